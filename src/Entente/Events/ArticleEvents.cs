using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Actors;
using Entente.Language;
using Entente.Lexicon;
using NodaTime;

namespace Entente.Events;

/// <summary>Reads the events of an article: sentence by sentence, then dated, placed, and each told once.</summary>
internal static class ArticleEvents
{
    /// <summary>The events of <paramref name="actors"/>' article, in the order of its text, those of the title and captions last.</summary>
    public static List<Event> Read(Article article, ArticleActors actors, PoliticalLexicon lexicon, IReadOnlyDictionary<string, string> texts)
    {
        if (IsAboutSport(actors, lexicon)) return [];
        var political = IsPolitical(actors);
        var phrases = new PhraseActors(actors, lexicon);
        var told = new List<Told>();
        for (var p = 0; p < actors.Parts.Count; p++)
        {
            var part = actors.Parts[p];
            var (drafts, clauses) = SentenceEvents.Read(p, part, lexicon, phrases);
            if (drafts.Count == 0) continue;
            var times = TimeExpressions.Find(part.Tokens, article.Published?.Day);
            foreach (var draft in drafts)
                if (IsEvent(draft) && (political || IsBetweenPublicActors(draft))) told.Add(Tell(p, part, draft, clauses, times, article, lexicon, texts[part.In ?? ""]));
        }

        return Once(told);
    }

    /// <summary>Reports of matches are full of attacks, defences and victories that are none.</summary>
    private static bool IsAboutSport(ArticleActors actors, PoliticalLexicon lexicon)
    {
        var (words, kinds) = (0, new HashSet<string>());
        foreach (var part in actors.Parts)
        {
            for (var t = 0; t < part.Tokens.Length; t++)
            {
                words++;
                if (part.Tokens[t].Upos is "NOUN" && lexicon.Sets.Contains("sport-word", part.Tokens, t)) kinds.Add(part.Tokens[t].Lemma);
            }
        }

        return kinds.Count >= 5 && kinds.Count * 90 > words;
    }

    // Of 84 articles of real news read for this, those on music, weather and accidents had at most 1.3 such mentions in 100 words.
    private const double FewestPublicMentions = 0.013;
    private const int ShortestJudged = 120;

    /// <summary>Whether a report names enough governments, parliaments, armies, courts and parties to be about public affairs.</summary>
    private static bool IsPolitical(ArticleActors actors)
    {
        var words = actors.Parts.Sum(p => p.Tokens.Length);
        return words < ShortestJudged || actors.All.Where(a => a.Kind != ActorKind.State && IsPublic(a)).Sum(a => Math.Max(1, a.Mentions.Count)) >= FewestPublicMentions * words;
    }

    private static bool IsPublic(ActorDraft actor) =>
        actor.Kind == ActorKind.State || actor.Sectors.Exists(s => s is "GOV" or "MIL" or "LEG" or "JUD" or "PTY" or "REB" or "UAF" or "OPP" or "SPY" or "PRM");

    private static bool IsBetweenPublicActors(EventDraft draft) =>
        draft.Source.Any(IsPublic) && (draft.Target.Any(IsPublic) || (draft.Reciprocal && draft.Source.Count(IsPublic) > 1));

    /// <summary>An event with the draft that it was made of.</summary>
    private sealed record Told(Event Event, EventDraft Draft);

    /// <summary>What is left out: acts that nobody does and nobody suffers, talk without a speaker, and a state's dealings with itself.</summary>
    private static bool IsEvent(EventDraft draft)
    {
        if (!draft.Source.Concat(draft.Target).Any(IsPolitical)) return false;
        if (draft.Source.Count == 0 && !draft.IsMaterialConflict && draft.Type is not ("AID" or "RETREAT" or "ACCUSE")) return false;
        if (draft.Type is "COOPERATE" or "AID" or "SANCTION" && draft.Target.Count == 0 && !draft.Reciprocal) return false;
        if (draft.Type == "CONSULT" && ((draft.Target.Count == 0 && !draft.Reciprocal && draft.Mode != "visit") || draft.Target.Concat(draft.Source).Any(a => a.Sectors.Contains("JRN")))) return false;
        if (draft.Source.All(a => a.Kind == ActorKind.Place) && draft.Source.Count > 0 && !draft.IsMaterialConflict) return draft.Target.Count > 0;
        return true;
    }

    /// <summary>Somebody with a public role: a state, persons, one whom the lexicon knows or whose description tells a country or a sector.</summary>
    private static bool IsPolitical(ActorDraft actor) =>
        actor.Kind is ActorKind.State or ActorKind.Person or ActorKind.Population || actor.Country is not null || actor.Known is { Kind: not ActorKind.Place } || actor.Sectors.Count > 0;

    private static Told Tell(int partIndex, Part part, EventDraft draft, ClauseReader clauses, List<TimeExpression> times,
        Article article, PoliticalLexicon lexicon, string text)
    {
        var (first, last) = ClauseExtent(part, clauses.Tree, draft.Trigger);
        var span = part.SpanOf(first, last);
        var date = DateOf(part, clauses.Tree, draft, times, article, text);
        var made = new Event
        {
            Id = "",
            Type = draft.Type,
            Mode = draft.Mode,
            Context = draft.Context,
            Cameo = draft.Cameo,
            Source = [.. draft.Source.Select(a => a.ToActor())],
            Target = [.. draft.Target.Select(a => a.ToActor())],
            Reciprocal = draft.Reciprocal && draft.Target.Count == 0 && draft.Source.Count > 1,
            SourceText = PhraseText(part, clauses.Tree, draft.SourceToken, text),
            TargetText = PhraseText(part, clauses.Tree, draft.TargetToken, text),
            Date = date,
            Place = PlaceOf(part, clauses, draft),
            Status = draft.Status,
            Historical = IsHistorical(date, article.Published?.Day),
            Certainty = Certainty(part.Tokens, first, last, draft, lexicon),
            AccordingTo = draft.AccordingTo,
            About = draft.About is { } about ? new EventContent(about.Type, [.. about.Source.Select(a => a.ToActor())], [.. about.Target.Select(a => a.ToActor())]) : null,
            Casualties = CasualtyReader.Read(part.Tokens, clauses.Tree, draft),
            Sentence = partIndex,
            Span = span,
            Trigger = part.Tokens[draft.Trigger].Span,
            Quote = part.Sentence.Span.In(text),
            In = part.In,
            Why = draft.Why,
        };
        return new Told(made with { Id = IdOf(article, made) }, draft);
    }

    /// <summary>The tokens of the predicate's clause, without clauses that only hang on it.</summary>
    private static (int First, int Last) ClauseExtent(Part part, Tree tree, int trigger)
    {
        var (first, last) = (trigger, trigger);
        foreach (var child in tree.Children(trigger))
        {
            if (part.Tokens[child].Relation is "parataxis" or "punct" or "conj" or "advcl" or "acl:relcl") continue;
            var (f, l) = tree.Extent(child);
            (first, last) = (Math.Min(first, f), Math.Max(last, l));
        }

        return (first, last);
    }

    private static string? PhraseText(Part part, Tree tree, int token, string text)
    {
        if (token < 0) return null;
        var (first, last) = (token, token);
        foreach (var child in tree.Children(token))
        {
            if (part.Tokens[child].Relation is "acl:relcl" or "acl" or "appos" or "case" or "parataxis" or "punct" or "cop" or "advcl" or "nsubj" or "mark") continue;
            var (f, l) = tree.Extent(child);
            (first, last) = (Math.Min(first, f), Math.Max(last, l));
        }

        return part.SpanOf(first, last).In(text);
    }

    /// <summary>The time expression nearest to the predicate in the tree, else the day of publication.</summary>
    private static Interval? DateOf(Part part, Tree tree, EventDraft draft, List<TimeExpression> times, Article article, string text)
    {
        TimeExpression? best = null;
        var bestDistance = int.MaxValue;
        foreach (var time in times)
        {
            if (!IsPossible(draft.Status == EventStatus.Planned ? time.Future : time.Past, draft.Status, article.Published?.Day)) continue;
            var distance = Distance(part.Tokens, draft.Trigger, time);
            if (distance < bestDistance) (best, bestDistance) = (time, distance);
        }

        if (best is null || bestDistance > 6)
            return article.Published is { } published ? new Interval { From = published.Day, To = published.Day, Inferred = true } : null;
        var span = part.SpanOf(best.First, best.Last);
        return (draft.Status == EventStatus.Planned ? best.Future : best.Past) with { Text = span.In(text), Span = span };
    }

    /// <summary>A plan is not for a time long past ("his first since 2000"), nor has an act happened in the future.</summary>
    private static bool IsPossible(Interval interval, EventStatus status, LocalDate? published)
    {
        if (published is not { } day) return true;
        if (status == EventStatus.Planned) return (interval.To ?? interval.From) is not { } end || end >= day.PlusDays(-7);
        return interval.From is not { } start || start <= day.PlusDays(7);
    }

    /// <summary>Steps in the tree from the predicate to the expression; going up into another finite clause costs more.</summary>
    private static int Distance(Token[] tokens, int trigger, TimeExpression time)
    {
        var token = time.Last;
        for (var t = time.First; t <= time.Last; t++)
            if (tokens[t].Head < time.First || tokens[t].Head > time.Last) token = t;
        var steps = new Dictionary<int, int>();
        for (int at = trigger, cost = 0, hops = 0; at >= 0 && hops < 30; hops++)
        {
            steps.TryAdd(at, cost);
            cost += tokens[at].Relation is "acl:relcl" or "advcl" or "conj" ? 3 : tokens[at].Relation is "ccomp" or "parataxis" ? 4 : 2;
            at = tokens[at].Head;
        }

        for (int at = token, cost = 0, hops = 0; at >= 0 && hops < 30; hops++)
        {
            if (steps.TryGetValue(at, out var up)) return up + cost;
            cost += tokens[at].Relation is "acl:relcl" or "advcl" or "ccomp" or "parataxis" or "conj" or "acl" ? 4 : 1;
            at = tokens[at].Head;
        }

        return int.MaxValue;
    }

    private static bool IsHistorical(Interval? date, LocalDate? published) =>
        date is { Inferred: false } && published is { } day && (date.To ?? date.From) is { } end && date.To is not null && end < day.PlusYears(-1);

    private static EventPlace? PlaceOf(Part part, ClauseReader clauses, EventDraft draft)
    {
        var clause = clauses.Of(draft.Trigger);
        foreach (var preposition in (ReadOnlySpan<string>)["in", "at", "near", "outside", "on", "to", "into", "around", "of"])
        {
            foreach (var token in clause.Slot(preposition))
            {
                if (part.Map[token] is not { Known.Count: > 0 } group) continue;
                foreach (var known in group.Known)
                {
                    if (preposition is "to" or "of" or "on" && known.Entity.Kind != ActorKind.Place) continue;
                    if (known.Entity.Kind == ActorKind.Place || known.Use is NameUse.Capital || known.Entity.Kind == ActorKind.State)
                    {
                        var place = group.Known.FirstOrDefault(k => k.Entity.Kind == ActorKind.Place)?.Entity ?? known.Entity;
                        return new EventPlace(place.Kind == ActorKind.Place ? place.Name : known.Use == NameUse.Capital ? known.Text : place.Name, place.Country, place.Position?.Latitude, place.Position?.Longitude);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The middle of the lowest hedge within the clause; an act that is only planned or supposed stays what it is said to be.</summary>
    private static double Certainty(Token[] tokens, int first, int last, EventDraft draft, PoliticalLexicon lexicon)
    {
        var certainty = draft.Certainty;
        for (var t = first; t <= last; t++)
        {
            if (lexicon.Hedges.At(tokens, t) is { } hedge) certainty = Math.Min(certainty, (hedge.Low + hedge.High) / 2);
        }

        return Math.Round(certainty, 2);
    }

    /// <summary>Joins tellings of one event: the same type and sides, and days that do not contradict.</summary>
    private static List<Event> Once(List<Told> told)
    {
        var once = new List<Event>();
        foreach (var group in told.GroupBy(t => Key(t.Event)))
        {
            var open = new List<Event>();
            foreach (var next in group.OrderBy(t => t.Event.In is null ? 0 : 1).ThenBy(t => t.Event.Sentence))
            {
                var same = open.FindIndex(e => Agree(e, next.Event));
                if (same < 0) open.Add(next.Event);
                else open[same] = Join(open[same], next.Event);
            }

            once.AddRange(open);
        }

        return [.. once.OrderBy(e => e.Sentence).ThenBy(e => e.Trigger.Start)];
    }

    private static string Key(Event e) =>
        $"{e.Type}|{e.Status}|{e.Historical}|{string.Join(',', e.Source.Select(a => a.Id).Order(StringComparer.Ordinal))}|{string.Join(',', e.Target.Select(a => a.Id).Order(StringComparer.Ordinal))}|{e.About?.Type}";

    private static bool Agree(Event a, Event b) =>
        a.Date is null || b.Date is null || a.Date.Inferred || b.Date.Inferred
        || ((a.Date.From is null || b.Date.To is null || a.Date.From <= b.Date.To) && (b.Date.From is null || a.Date.To is null || b.Date.From <= a.Date.To));

    private static Event Join(Event a, Event b)
    {
        var (main, other) = b.In == a.In && b.Span.Length > a.Span.Length * 2 && (a.Date?.Inferred ?? true) ? (b, a) : (a, b);
        return main with
        {
            Mentions = main.In == other.In ? [.. a.Mentions, .. b.Mentions, other.Span] : main.Mentions,
            Date = main.Date is null || main.Date.Inferred ? other.In == main.In ? other.Date ?? main.Date : main.Date : main.Date,
            Place = main.Place ?? other.Place,
            Casualties = main.Casualties ?? other.Casualties,
        };
    }

    private static string IdOf(Article article, Event e)
    {
        var says = string.Create(CultureInfo.InvariantCulture, $"{article.Id}|{e.In}|{e.Trigger.Start}|{e.Type}|{e.Status}|{string.Join(',', e.Source.Select(a => a.Id))}|{string.Join(',', e.Target.Select(a => a.Id))}");
        // "Refused to meet or to help" are two refusals by one word.
        if (e.About is { } about) says += $"|{about.Type}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(says)).AsSpan(0, 8));
    }
}
