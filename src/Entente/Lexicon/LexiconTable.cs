namespace Entente.Lexicon;

/// <summary>
/// The rows of a file of the lexicon, left as they lie in its text: start-up reads 40,000 lines, and most of their columns
/// never become a string in a run.
/// </summary>
public sealed class LexiconTable
{
    private readonly List<(int Start, int End)> _rows;
    private readonly int _columns;

    internal LexiconTable(string text, List<(int Start, int End)> rows)
    {
        (Text, _rows) = (text, rows);
        var header = text.AsSpan().IndexOf('\n');
        _columns = text.AsSpan(0, header < 0 ? text.Length : header).Count('\t') + 1;
    }

    /// <summary>The whole text, which <see cref="Bounds"/> are offsets into.</summary>
    public string Text { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Where a column's text begins and ends; an empty stretch for one that the row does not have.</summary>
    public (int Start, int End) Bounds(int row, int column)
    {
        var (start, end) = _rows[row];
        var line = Text.AsSpan(0, end);
        for (; column > 0; column--)
        {
            var tab = line[start..].IndexOf('\t');
            if (tab < 0) return (end, end);
            start += tab + 1;
        }

        var length = line[start..].IndexOf('\t');
        return (start, length < 0 ? end : start + length);
    }

    /// <summary>A column's characters.</summary>
    public ReadOnlySpan<char> Span(int row, int column)
    {
        var (start, end) = Bounds(row, column);
        return Text.AsSpan(start, end - start);
    }

    /// <summary>A column's text.</summary>
    public string Column(int row, int column) => Span(row, column).ToString();

    /// <summary>The values of a column that holds several.</summary>
    public string[] Values(int row, int column) => LexiconFiles.Values(Column(row, column));

    /// <summary>The row split at its tabs; columns that it does not have are empty.</summary>
    public string[] Split(int row)
    {
        var columns = Text[_rows[row].Start.._rows[row].End].Split('\t');
        return columns.Length >= _columns ? columns : [.. columns, .. Enumerable.Repeat("", _columns - columns.Length)];
    }
}
