namespace Entente.Lexicon;

/// <summary>Makes spellings comparable without moving any character, so that offsets stay.</summary>
public static class Spelling
{
    private const string Accented = "àáâãäåāăąǎạảấầẩẫậắằẳẵặçćĉċčďđḍèéêëēĕėęěẹẻẽếềểễệĝğġģǧĥħḥìíîïĩīĭįıịỉĵķĺļľŀłḷñńņňŋòóôõöøōŏőọỏốồổỗộớờởỡợơŕŗřśŝşšșṣţťŧțṭùúûüũūŭůűųụủứừửữựưŵŷÿýỳỵỷỹźżžẓ";
    private const string Plain = "aaaaaaaaaaaaaaaaaaaaaacccccdddeeeeeeeeeeeeeeeeeggggghhhiiiiiiiiiiijkllllllnnnnnoooooooooooooooooooooorrrsssssstttttuuuuuuuuuuuuuuuuuuwyyyyyyyzzzz";
    private static readonly char[] Table = MakeTable();

    /// <summary>Folds accents, typographic quotes and dashes, one character for one.</summary>
    public static string Fold(string text)
    {
        var first = 0;
        while (first < text.Length && Fold(text[first]) == text[first]) first++;
        if (first == text.Length) return text;
        return string.Create(text.Length, text, static (chars, t) =>
        {
            for (var i = 0; i < chars.Length; i++) chars[i] = Fold(t[i]);
        });
    }

    /// <summary>The plain form of <paramref name="c"/>.</summary>
    public static char Fold(char c) => c < 128 ? c : c < Table.Length ? Table[c] : c switch
    {
        '‘' or '’' or '‚' or '‛' or 'ʻ' or 'ʼ' or '′' => '\'',
        '“' or '”' or '„' or '‟' or '″' => '"',
        '‐' or '‑' or '‒' => '-',
        '\u2009' or '\u202F' => ' ',
        _ => c,
    };

    /// <summary>A name made into an id: lower-case letters and digits joined by hyphens.</summary>
    public static string Slug(string name)
    {
        Span<char> slug = name.Length < 256 ? stackalloc char[name.Length] : new char[name.Length];
        var n = 0;
        foreach (var raw in name)
        {
            var c = char.ToLowerInvariant(Fold(raw));
            if (char.IsLetterOrDigit(c)) slug[n++] = c;
            else if (n > 0 && slug[n - 1] != '-' && c != '.' && c != '\'') slug[n++] = '-';
        }

        return slug[..n].TrimEnd('-').ToString();
    }

    private static char[] MakeTable()
    {
        var table = new char[0x2000];
        for (var i = 0; i < table.Length; i++) table[i] = (char)i;
        for (var i = 0; i < Math.Min(Accented.Length, Plain.Length); i++)
        {
            table[Accented[i]] = Plain[i];
            var upper = char.ToUpperInvariant(Accented[i]);
            if (upper != Accented[i]) table[upper] = char.ToUpperInvariant(Plain[i]);
        }

        table['\u00A0'] = ' ';
        table['ʻ'] = table['ʼ'] = '\'';
        return table;
    }
}
