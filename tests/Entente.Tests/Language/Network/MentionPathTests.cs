using Entente.Language.Network;
using Xunit;

namespace Entente.Tests.Language.Network;

public class MentionPathTests
{
    [Fact]
    public void A_mention_goes_on_only_with_its_own_kind()
        // Word by word the best would be B of the first kind and then I of the second.
        => Assert.Equal([1, 2, 0], Best([0, 3, 0, 2, 0], [0, 0, 2, 0, 2.5f], [1, 0, 0, 0, 0]));

    [Fact]
    public void No_sentence_begins_inside_a_mention() => Assert.Equal([0], Best([0, -1, 9, -1, 9]));

    [Fact]
    public void Ties_go_to_outside() => Assert.Equal([0, 0], Best([0, 0, 0], [0, 0, 0]));

    private static int[] Best(params float[][] words)
    {
        var path = new MentionPath(new float[words[0].Length], new byte[words[0].Length * words.Length]);
        foreach (var word in words) path.Add(word);
        var classes = new int[words.Length];
        path.Finish(classes);
        return classes;
    }
}
