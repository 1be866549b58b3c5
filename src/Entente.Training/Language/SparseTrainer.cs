using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Row numbers for features, given out as they are first seen.</summary>
internal sealed class FeatureIndex
{
    private uint[] _keys = new uint[1 << 20];
    private int[] _rows = new int[1 << 20];

    public int Count { get; private set; }

    public List<uint> Features { get; } = [];

    public int Row(uint feature, bool add)
    {
        var mask = (uint)_keys.Length - 1;
        for (var i = feature * 0x9E3779B1u >> 7 & mask; ; i = (i + 1) & mask)
        {
            if (_rows[i] != 0 && _keys[i] == feature) return _rows[i] - 1;
            if (_rows[i] != 0) continue;
            if (!add) return -1;
            _keys[i] = feature;
            _rows[i] = ++Count;
            Features.Add(feature);
            if (Count * 2 > _keys.Length) Grow();
            return Count - 1;
        }
    }

    private void Grow()
    {
        var (keys, rows) = (_keys, _rows);
        _keys = new uint[keys.Length * 2];
        _rows = new int[keys.Length * 2];
        var mask = (uint)_keys.Length - 1;
        for (var k = 0; k < keys.Length; k++)
        {
            if (rows[k] == 0) continue;
            var i = keys[k] * 0x9E3779B1u >> 7 & mask;
            while (_rows[i] != 0) i = (i + 1) & mask;
            (_keys[i], _rows[i]) = (keys[k], rows[k]);
        }
    }
}

/// <summary>Averaged perceptron over many classes with sparse rows. A row lies in one piece, for most of the time goes into fetching rows.</summary>
internal sealed class SparseTrainer
{
    private struct Row
    {
        public int Start;
        public short Length, Room;
        public int Updates;
    }

    private struct Cell
    {
        public short Class;
        public short Weight;
    }

    private readonly FeatureIndex _index = new();
    private Row[] _rows = new Row[1 << 20];
    private Cell[] _cells = new Cell[1 << 22];
    private (int Stamp, long Total)[] _sums = new (int, long)[1 << 22];
    private int _used;
    private int _time;

    public int Features => _index.Count;

    public void Tick() => _time++;

    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores.Clear();
        Span<int> rows = stackalloc int[features.Length];
        for (var i = 0; i < features.Length; i++) rows[i] = _index.Row(features[i], false);
        foreach (var row in rows)
        {
            if (row < 0) continue;
            var (start, length) = (_rows[row].Start, _rows[row].Length);
            foreach (var cell in _cells.AsSpan(start, length)) scores[cell.Class] += cell.Weight;
        }
    }

    public void Update(ReadOnlySpan<uint> features, int gold, int predicted)
    {
        foreach (var feature in features)
        {
            var row = _index.Row(feature, true);
            if (row >= _rows.Length) Array.Resize(ref _rows, _rows.Length * 2);
            _rows[row].Updates++;
            Add(ref _rows[row], (short)gold, 1);
            Add(ref _rows[row], (short)predicted, -1);
        }
    }

    private void Add(ref Row row, short label, short amount)
    {
        for (var i = row.Start; i < row.Start + row.Length; i++)
        {
            ref var cell = ref _cells[i];
            if (cell.Class != label) continue;
            ref var sum = ref _sums[i];
            sum.Total += (long)cell.Weight * (_time - sum.Stamp);
            sum.Stamp = _time;
            cell.Weight += amount;
            return;
        }
        if (row.Length == row.Room)
        {
            var room = row.Room == 0 ? 2 : row.Room * 2;
            if (_used + room > _cells.Length)
            {
                Array.Resize(ref _cells, _cells.Length * 2);
                Array.Resize(ref _sums, _sums.Length * 2);
            }
            Array.Copy(_cells, row.Start, _cells, _used, row.Length);
            Array.Copy(_sums, row.Start, _sums, _used, row.Length);
            row.Start = _used;
            row.Room = (short)room;
            _used += room;
        }
        var at = row.Start + row.Length++;
        _cells[at] = new() { Class = label, Weight = amount };
        _sums[at] = (_time, 0);
    }

    /// <summary>The averaged weights as signed bytes, those below the threshold left out, and rows that were changed fewer than <paramref name="least"/> times.</summary>
    public byte[] Build(double largest, double threshold, int least)
    {
        var scale = 127 / largest;
        var rows = new List<(uint, List<(byte, sbyte)>)>();
        for (var row = 0; row < _index.Count; row++)
        {
            if (_rows[row].Updates < least) continue;
            List<(byte Class, sbyte Weight)> list = [];
            for (var i = _rows[row].Start; i < _rows[row].Start + _rows[row].Length; i++)
            {
                var average = (_sums[i].Total + (double)_cells[i].Weight * (_time - _sums[i].Stamp)) / _time;
                if (Math.Abs(average) < threshold) continue;
                var weight = (int)Math.Round(Math.Clamp(average * scale, -127, 127));
                if (weight != 0) list.Add(((byte)_cells[i].Class, (sbyte)weight));
            }
            if (list.Count == 0) continue;
            list.Sort((a, b) => a.Class.CompareTo(b.Class));
            if (list.Count > 127) list.RemoveRange(127, list.Count - 127);
            rows.Add((_index.Features[row], list));
        }
        return SparseModel.Build(rows);
    }
}
