namespace Entente.Training.Network;

/// <summary>
/// The right side of a product, laid out as the product reads it: panels of <see cref="PanelWidth"/> columns, each row by row, the last
/// filled up with zeros. Memory is kept from one matrix to the next.
/// </summary>
internal sealed class PackedMatrix
{
    public const int PanelWidth = 32;

    /// <summary>The panels, one after the other.</summary>
    public float[] Values { get; private set; } = [];

    /// <summary>Number of rows.</summary>
    public int Inner { get; private set; }

    public int Columns { get; private set; }

    /// <summary>Packs a row-major matrix.</summary>
    public void Fill(ReadOnlySpan<float> matrix, int inner, int columns)
    {
        Resize(matrix.Length, inner, columns);
        for (var column = 0; column < columns; column += PanelWidth)
        {
            var width = Math.Min(PanelWidth, columns - column);
            var panel = Values.AsSpan(column * inner);
            for (var k = 0; k < inner; k++)
            {
                var to = panel.Slice(k * PanelWidth, PanelWidth);
                matrix.Slice(k * columns + column, width).CopyTo(to);
                to[width..].Clear();
            }
        }
    }

    /// <summary>Packs the transpose of a row-major matrix of <paramref name="columns"/> rows.</summary>
    public void FillTransposed(ReadOnlySpan<float> matrix, int inner, int columns)
    {
        const int tile = 16;
        Resize(matrix.Length, inner, columns);
        for (var column = 0; column < columns; column += PanelWidth)
        {
            var width = Math.Min(PanelWidth, columns - column);
            var panel = Values.AsSpan(column * inner, inner * PanelWidth);
            if (width < PanelWidth) panel.Clear();
            for (var first = 0; first < inner; first += tile)
                for (var j = 0; j < width; j++)
                {
                    var from = matrix.Slice((column + j) * inner + first, Math.Min(tile, inner - first));
                    for (var k = 0; k < from.Length; k++) panel[(first + k) * PanelWidth + j] = from[k];
                }
        }
    }

    private void Resize(int length, int inner, int columns)
    {
        if (length < inner * columns) throw new ArgumentException("a matrix is smaller than its sizes say");
        (Inner, Columns) = (inner, columns);
        var size = (columns + PanelWidth - 1) / PanelWidth * PanelWidth * inner;
        if (Values.Length < size) Values = new float[size];
    }
}
