using Xunit;

namespace Entente.Tests.Evaluation;

/// <summary>Data that lies beside the checkout and is no part of it: tests that need it are skipped without it.</summary>
internal static class SharedData
{
    /// <summary>The folder of a benchmark; skips the test where there is none.</summary>
    public static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("ENTENTE_SHARED");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); root is null && at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "shared", "data"))) root = Path.Combine(at.FullName, "shared");
        var folder = root is null ? null : Path.Combine(root, "data", name);
        if (folder is null || !Directory.Exists(folder)) Assert.Skip($"needs shared/data/{name} beside the checkout, or ENTENTE_SHARED");
        return folder;
    }
}
