using System.Globalization;

namespace Entente.Training.Network;

/// <summary>What the command <c>language</c> was asked for.</summary>
internal sealed record NetworkOptions
{
    public const string Usage = "usage: entente-train language --treebanks DIR --vectors DIR --corpus DIR --stages DIR --out DIR [--epochs N] [--hidden N] [--layers N] [--batch N] [--rate X]";

    public required string Treebanks { get; init; }

    public required string Vectors { get; init; }

    /// <summary>The folder of the corpus, with trees and mentions of news.</summary>
    public required string Corpus { get; init; }

    /// <summary>The folder for what each stage makes; a stage whose file is there is left out.</summary>
    public required string Stages { get; init; }

    /// <summary>The folder for the model.</summary>
    public required string Output { get; init; }

    public int Epochs { get; init; } = 24;

    public int Hidden { get; init; } = 192;

    public int Layers { get; init; } = 2;

    public TrainingSettings Settings { get; init; } = new();

    /// <summary>The options of a command line, or null where they are not understood.</summary>
    public static NetworkOptions? Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count % 2 != 0) return null;
        var options = new NetworkOptions { Treebanks = "", Vectors = "", Corpus = "", Stages = "", Output = "" };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = arguments[i + 1];
            var isCount = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;
            var isRate = float.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0;
            var next = arguments[i] switch
            {
                "--treebanks" => options with { Treebanks = value },
                "--vectors" => options with { Vectors = value },
                "--corpus" => options with { Corpus = value },
                "--stages" => options with { Stages = value },
                "--out" => options with { Output = value },
                "--epochs" when isCount => options with { Epochs = count },
                "--hidden" when isCount => options with { Hidden = count },
                "--layers" when isCount => options with { Layers = count },
                "--batch" when isCount => options with { Settings = options.Settings with { BatchWords = count } },
                "--rate" when isRate => options with { Settings = options.Settings with { Rate = rate } },
                _ => null,
            };
            if (next is null) return null;
            options = next;
        }
        return options.Treebanks.Length > 0 && options.Vectors.Length > 0 && options.Corpus.Length > 0 && options.Stages.Length > 0 && options.Output.Length > 0 ? options : null;
    }
}

/// <summary>How the network is trained.</summary>
internal sealed record TrainingSettings
{
    /// <summary>Most words of a batch; two batches make a step.</summary>
    public int BatchWords { get; init; } = 500;

    /// <summary>Highest learning rate.</summary>
    public float Rate { get; init; } = 0.003f;

    public float Dropout { get; init; } = 0.33f;
}
