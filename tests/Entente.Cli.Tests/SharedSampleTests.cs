using System.Text.Json;
using Xunit;

namespace Entente.Cli.Tests;

/// <summary>A page that its publisher does not let us keep here; it is read where somebody has it.</summary>
public class SharedSampleTests
{
    private const string Sample = "putin-north-korea-2024-01-21.txt";

    [Fact]
    public void The_article_of_the_shared_sample_is_what_a_careful_reader_gets_from_it()
    {
        Assert.SkipUnless(FindSample() is not null, $"{Sample} is not beside the checkout: set ENTENTE_SHARED to the folder that has samples/{Sample}");
        using var folder = new TempFolder();
        var ended = Ended.Run(folder, null, "read", FindSample()!, "--format", "json").Well();
        using var reading = JsonDocument.Parse(Assert.Single(ended.Output));
        var article = reading.RootElement.GetProperty("article");
        string? Said(string name) => article.GetProperty(name).GetString();
        IEnumerable<string?> All(string name) => article.GetProperty(name).EnumerateArray().Select(value => value.GetString());
        Assert.Equal("Putin Expresses Willingness to Visit North Korea After Talks with Foreign Minister Choe Son-hui", Said("title"));
        Assert.Equal(["today", "World"], All("section"));
        Assert.Equal("2024-01-21T15:00:00", Said("published"));
        Assert.Equal("editorial", Said("kind"));
        Assert.Equal("KOR", Said("country"));
        Assert.Contains("alliance", All("tags"));
        Assert.DoesNotContain(All("tags"), tag => tag!.Contains("사설", StringComparison.Ordinal));
        var image = Assert.Single(article.GetProperty("images").EnumerateArray());
        Assert.Equal("AP/뉴시스", image.GetProperty("credit").GetString());
        Assert.Equal("모스크바", image.GetProperty("place").GetString());
        var text = Said("text")!;
        Assert.StartsWith("North Korean media reported yesterday", text, StringComparison.Ordinal);
        Assert.EndsWith("hit Northeast Asia this year.", text, StringComparison.Ordinal);
        Assert.All(["Home »", "Akismet", "Leave a Comment", "#Putin", "2024-01-21", "AP/", "is welcoming"], words => Assert.DoesNotContain(words, text, StringComparison.Ordinal));
        Assert.Equal(text.Split("\n\n").Length, article.GetProperty("paragraphs").GetArrayLength());
        var events = reading.RootElement.GetProperty("events").EnumerateArray().Select(Words).ToList();
        Assert.Contains("AGREE vladimir-putin > PRK planned", events);
        Assert.Contains("THREATEN kim-jong-un > KOR asserted", events);
        Assert.Contains("ACCUSE USA > PRK asserted", events);
    }

    private static string Words(JsonElement read)
    {
        string Side(string name) => read.TryGetProperty(name, out var side) ? string.Join('+', side.EnumerateArray().Select(id => id.GetString())) : "";
        return $"{read.GetProperty("type").GetString()} {Side("source")} > {Side("target")} {read.GetProperty("status").GetString()}";
    }

    /// <summary>The sample in the folder that ENTENTE_SHARED names, else in a folder named shared here or above.</summary>
    private static string? FindSample()
    {
        if (Environment.GetEnvironmentVariable("ENTENTE_SHARED") is { Length: > 0 } named) return In(named);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (In(Path.Combine(folder.FullName, "shared")) is { } found) return found;
        return null;
    }

    private static string? In(string folder) => Path.Combine(folder, "samples", Sample) is var path && File.Exists(path) ? path : null;
}
