using Entente.Events;
using Entente.Tests.Approved;
using NodaTime;
using Xunit;

namespace Entente.Tests.Events;

/// <summary>Runs the lines of times.txt, which people may read and add to without knowing C#.</summary>
public class TimeExpressionTests
{
    private static readonly LocalDate Published = new(2019, 6, 15);

    public static TheoryData<string> Lines() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Events", "times.txt")).Where(l => l.Length > 0 && l[0] is not ('#' or '='))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_expression_means_these_days(string line)
    {
        var columns = line.Split(" | ");
        var sentence = columns[0].Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var tokens = Checkout.Reader.Parse(sentence, [new TextSpan(0, sentence.Length)]).Single().Tokens;
        var found = TimeExpressions.Find(tokens, Published);
        if (columns.Length == 1)
        {
            Assert.Empty(found.Select(f => Say(columns[0], f.Past)));
            return;
        }

        var expression = Assert.Single(found);
        var words = new TextSpan(tokens[expression.First].Span.Start, tokens[expression.Last].Span.End);
        var marked = sentence.Insert(words.End, "]").Insert(words.Start, "[");
        if (columns[1] is "past" or "both") Assert.Equal($"{columns[0]} | {columns[2]} | {columns[3]}", Say(marked, expression.Past));
        if (columns[1] is "future" or "both") Assert.Equal($"{columns[0]} | {columns[2]} | {columns[3]}", Say(marked, expression.Future));
    }

    private static string Say(string marked, Interval interval)
    {
        var days = interval.From == interval.To ? Day(interval.From) : $"{Day(interval.From)}..{Day(interval.To)}";
        return $"{marked} | {days} | {interval.Precision.ToString().ToLowerInvariant()}";
    }

    private static string Day(LocalDate? day) => day is { } d ? d.ToString("uuuu-MM-dd", null) : "";
}
