namespace Entente.Evaluation;

/// <summary>The kinds of what is read out of a report, as readings and golds name them.</summary>
internal static class ReportsKinds
{
    public const string Events = "events";
    public const string Visits = "visits";
    public const string Treaties = "treaties";
    public const string Trade = "trade";
    public const string Predictions = "predictions";

    public const string Article = "article";
    public const string Actors = "actors";
    public const string EventsLoose = "events loose";
    public const string EventsPair = "events pair";
    public const string EventsFull = "events full";

    /// <summary>The kinds of facts, as fields of a reading.</summary>
    public static readonly string[] OfFacts = [Events, Visits, Treaties, Trade, Predictions];

    /// <summary>The kinds that are scored, in the order of the table.</summary>
    public static readonly string[] Scored =
        [Article, Actors, EventsLoose, EventsPair, EventsFull, Visits, Treaties, Trade, Predictions];

    /// <summary>The kinds that the F1 of facts is over.</summary>
    public static readonly string[] InFacts = [EventsPair, Visits, Treaties, Trade, Predictions];
}
