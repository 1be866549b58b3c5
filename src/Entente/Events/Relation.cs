using Entente.Actors;
using Entente.Lexicon;

namespace Entente.Events;

/// <summary>What one actor of a sentence does to another.</summary>
/// <param name="Type">PLOVER type.</param>
/// <param name="Cameo">Nearest CAMEO code.</param>
/// <param name="Certainty">How sure the engine is that this is the relation asked for, 0 to 1.</param>
/// <param name="Status">Whether it is told as fact.</param>
public sealed record Relation(string Type, string Cameo, double Certainty, EventStatus Status)
{
    /// <summary>
    /// The type in the label set of the PLV benchmark (Hu et al. 2024), which follows CAMEO: CONCEDE and RETREAT are YIELD, a
    /// promise to yield is AGREE, sanctions imposed are COERCE, a conviction is ACCUSE.
    /// </summary>
    public string PlvRoot => Cameo switch
    {
        ['0', '3', ..] => "AGREE",
        ['1', '6', '3', ..] => "COERCE",
        "116" => "ACCUSE",
        _ => Type is "CONCEDE" or "RETREAT" ? "YIELD" : Type,
    };
}

/// <summary>Finds the relation between two marked actors of a sentence; there is always an answer.</summary>
internal static class RelationReader
{
    /// <summary>The relation of <paramref name="source"/> to <paramref name="target"/>, which are words of the sentence, or not ("An actor").</summary>
    public static Relation Read(ArticleActors actors, PoliticalLexicon lexicon, string sentence, string source, string target)
    {
        var (from, to) = Spans(sentence, source, target);
        var sourceActor = from is { } s ? actors.Mark(s, "source") : null;
        var targetActor = to is { } t ? actors.Mark(t, "target") : null;
        var phrases = new PhraseActors(actors, lexicon);
        var strict = Best(actors, lexicon, phrases, sourceActor, targetActor, loosely: false);
        var best = strict is { Score: >= 4 } ? strict : Best(actors, lexicon, phrases, sourceActor, targetActor, loosely: true) is { } loose && (strict is null || loose.Score - 1 > strict.Value.Score) ? loose : strict;
        if (best is not { } found) return ByWords(actors, lexicon, sourceActor, targetActor);
        var certainty = Math.Round(Math.Clamp(0.3 + (found.Score / 15), 0.1, 0.95), 2);
        // What was not agreed or given after all was refused, as hand-coders see it.
        return found.Draft.Status == EventStatus.Negated && (found.Draft.IsCooperative || found.Draft.IsYielding)
            ? new Relation("REJECT", "120", certainty, EventStatus.Asserted)
            : new Relation(found.Draft.Type, found.Draft.Cameo, certainty, found.Draft.Status);
    }

    private static (EventDraft Draft, double Score)? Best(ArticleActors actors, PoliticalLexicon lexicon, PhraseActors phrases, ActorDraft? source, ActorDraft? target, bool loosely)
    {
        (EventDraft Draft, double Score)? best = null;
        for (var p = 0; p < actors.Parts.Count; p++)
        {
            foreach (var draft in SentenceEvents.ReadActs(p, actors.Parts[p], lexicon, phrases, loosely))
            {
                for (var (act, penalty) = (draft, 0.0); act is not null; (act, penalty) = (act.About, penalty + 0.6))
                {
                    var score = Fit(act, source, target) - penalty - Depth(actors.Parts[p].Tokens, act.Trigger) - (act.Nominal ? 0.3 : 0);
                    if (best is null || score > best.Value.Score) best = (act, score);
                }
            }
        }

        return best;
    }

    /// <summary>Where the two stand in the sentence: of several places, those that do not overlap.</summary>
    private static (TextSpan? Source, TextSpan? Target) Spans(string sentence, string source, string target)
    {
        var s = Find(sentence, source, null);
        var t = Find(sentence, target, s);
        if (s is { } a && t is { } b && a.Overlaps(b) && a != b) return a.Length < b.Length ? (s, null) : (null, t);
        return (s, t);
    }

    private static TextSpan? Find(string sentence, string words, TextSpan? not)
    {
        if (string.IsNullOrWhiteSpace(words)) return null;
        TextSpan? first = null;
        for (var at = sentence.IndexOf(words, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(at, at + words.Length);
            first ??= span;
            if (not is not { } other || !span.Overlaps(other)) return span;
        }

        return first;
    }

    private static double Fit(EventDraft act, ActorDraft? source, ActorDraft? target)
    {
        var hasSource = source is not null && act.Source.Contains(source);
        var hasTarget = target is not null && act.Target.Contains(target);
        if (hasSource && (hasTarget || (act.Reciprocal && target is not null && act.Source.Contains(target)))) return 10;
        if (hasSource) return act.Target.Count == 0 || target is null ? 7 : 6;
        if (hasTarget) return act.Source.Count == 0 || source is null ? 6.5 : 5;
        var backwards = (source is not null && act.Target.Contains(source)) || (target is not null && act.Source.Contains(target));
        return backwards ? 3 : 2;
    }

    /// <summary>Of equal fits the main clause's wins.</summary>
    private static double Depth(Language.Token[] tokens, int trigger)
    {
        var depth = 0;
        for (var at = tokens[trigger].Head; at >= 0 && depth < 20; at = tokens[at].Head) depth++;
        return depth * 0.2;
    }

    /// <summary>Where no frame fits: the meanings of the words nearest to the two, conditions aside.</summary>
    private static Relation ByWords(ArticleActors actors, PoliticalLexicon lexicon, ActorDraft? source, ActorDraft? target)
    {
        Frame? best = null;
        var bestDistance = int.MaxValue;
        foreach (var part in actors.Parts)
        {
            for (var t = 0; t < part.Tokens.Length; t++)
            {
                var pos = part.Tokens[t].Upos switch { "VERB" => 'V', "NOUN" => 'N', "ADJ" => 'A', _ => '-' };
                var frames = lexicon.Frames.Of(part.Tokens[t].Lemma.ToLowerInvariant(), pos);
                if (frames.Count == 0) continue;
                var distance = Near(part, t, source) + Near(part, t, target) + (pos == 'V' ? 0 : 6);
                if (distance < bestDistance) (best, bestDistance) = (frames[^1], distance);
            }
        }

        return best is null ? new Relation("ACCUSE", "110", 0.05, EventStatus.Asserted) : new Relation(best.Type, best.Cameo, 0.1, EventStatus.Asserted);
    }

    private static int Near(Part part, int token, ActorDraft? actor)
    {
        var nearest = 30;
        for (var t = 0; t < part.Tokens.Length; t++)
            if (actor is not null && part.Map[t]?.Actor == actor) nearest = Math.Min(nearest, Math.Abs(t - token));
        return nearest;
    }
}
