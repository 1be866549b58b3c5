namespace Entente.Language;

/// <summary>How far a parse has come (arc-hybrid). The root stands behind the last word and takes the last word that is left.</summary>
internal sealed class ParserState
{
    public int Next;
    public int Depth;
    public int Count;
    public short[] Stack = [];
    public short[] Heads = [];

    // First and second child to the left and to the right, nearest to the outside first, and their numbers.
    public short[] Left1 = [], Left2 = [], Right1 = [], Right2 = [];
    public byte[] Lefts = [], Rights = [];

    public void Reset(int count)
    {
        Count = count;
        if (Stack.Length < count + 2)
        {
            var size = Math.Max(64, (count + 2) * 3 / 2);
            Stack = new short[size];
            Heads = new short[size];
            Left1 = new short[size];
            Left2 = new short[size];
            Right1 = new short[size];
            Right2 = new short[size];
            Lefts = new byte[size];
            Rights = new byte[size];
        }
        Next = Depth = 0;
        Heads.AsSpan(0, count + 2).Fill(-1);
        var none = (short)(count + 1);
        Left1.AsSpan(0, count + 2).Fill(none);
        Left2.AsSpan(0, count + 2).Fill(none);
        Right1.AsSpan(0, count + 2).Fill(none);
        Right2.AsSpan(0, count + 2).Fill(none);
        Lefts.AsSpan(0, count + 2).Clear();
        Rights.AsSpan(0, count + 2).Clear();
    }

    public bool Finished => Depth == 0 && Next == Count;

    public bool CanShift => Next < Count;

    /// <summary>The root takes one word only, so it must be the last.</summary>
    public bool CanLeft => Depth > 0 && (Next < Count || Depth == 1);

    public bool CanRight => Depth > 1;

    public bool Can(Move move) => move switch { Move.Shift => CanShift, Move.Left => CanLeft, _ => CanRight };

    public void Apply(Move move)
    {
        if (move == Move.Shift)
        {
            Stack[Depth++] = (short)Next++;
            return;
        }
        var child = Stack[--Depth];
        if (move == Move.Left)
        {
            var head = Next;
            Heads[child] = (short)head;
            // Left children come nearest first, so the newest is the outermost.
            Left2[head] = Left1[head];
            Left1[head] = child;
            if (Lefts[head] < 7) Lefts[head]++;
        }
        else
        {
            var head = Stack[Depth - 1];
            Heads[child] = head;
            Right2[head] = Right1[head];
            Right1[head] = child;
            if (Rights[head] < 7) Rights[head]++;
        }
    }
}
