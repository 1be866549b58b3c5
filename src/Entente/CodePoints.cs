namespace Entente;

/// <summary>Translates UTF-16 indices of one text, used inside, to Unicode code points, used in all that is printed.</summary>
public sealed class CodePoints
{
    private readonly int[] _lowSurrogates;

    /// <summary>Indexes the surrogate pairs of <paramref name="text"/>.</summary>
    public CodePoints(string text)
    {
        List<int>? found = null;
        for (var i = text.AsSpan().IndexOfAnyInRange('\uDC00', '\uDFFF'); i >= 0 && i < text.Length; i++)
            if (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1])) (found ??= []).Add(i);
        _lowSurrogates = found?.ToArray() ?? [];
    }

    /// <summary>The index in code points of the UTF-16 index <paramref name="index"/>.</summary>
    public int Of(int index)
    {
        if (_lowSurrogates.Length == 0) return index;
        var at = Array.BinarySearch(_lowSurrogates, index);
        return index - (at >= 0 ? at : ~at);
    }
}
