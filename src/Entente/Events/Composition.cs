using Entente.Actors;
using Entente.Lexicon;

namespace Entente.Events;

/// <summary>Composes the meaning of a word with the act in its clause: a promise to help, a refusal to meet, an end to strikes.</summary>
internal sealed class Composition(int partIndex, PhraseActors phrases, FrameMatcher frames)
{
    private static readonly string[] AskedSlots = ["obj", "iobj", "on", "upon", "to", "from", "with", "of"];

    /// <summary>Whether an operator turns its act into an event of another type.</summary>
    public static bool MakesType(OperatorKind kind) =>
        kind is OperatorKind.Agree or OperatorKind.Refuse or OperatorKind.Threaten or OperatorKind.Request or OperatorKind.Accuse;

    /// <summary>Whether a draft came of such an operator.</summary>
    public static bool MakesType(EventDraft draft) => draft.About is not null || draft.Why.Contains('>', StringComparison.Ordinal);

    /// <summary>What the operator makes of the acts in its slot; an act that the lexicon does not know is no draft.</summary>
    public IEnumerable<EventDraft> Apply(Operator word, Clause clause, List<EventDraft> inner)
    {
        var first = inner.Count > 0 ? inner[0] : null;
        return word.Kind switch
        {
            OperatorKind.Agree => first is null ? Some(Agree(clause, null)) : inner.Select(i => Agree(clause, i)).OfType<EventDraft>(),
            OperatorKind.Refuse => Some(Refuse(clause, first)),
            OperatorKind.Threaten => Some(Threaten(clause, first)),
            OperatorKind.Request => Some(Request(clause, first)),
            OperatorKind.Want => Wanted(clause, inner),
            OperatorKind.Accuse => Some(Accuse(clause, first)),
            OperatorKind.Intend => inner.Select(i => Plan(i)),
            OperatorKind.Predict => inner.Select(i => i with { Unreal = true }),
            OperatorKind.Stop => inner.Select(i => Stop(clause, i)).OfType<EventDraft>(),
            OperatorKind.Fail => inner.Select(i => i with { Status = EventStatus.Negated, Why = $"{clause} > {i.Why}" }),
            OperatorKind.Deny => inner.Select(i => Deny(clause, i)),
            OperatorKind.Try => inner.Select(i => i.IsMaterialConflict ? i : i with { Unreal = !i.IsYielding && !i.IsCooperative, Status = EventStatus.Planned }),
            OperatorKind.Say => inner.Select(i => i.Obliged && Request(clause, i) is { } demand ? demand : i),
            OperatorKind.Allow => inner.Select(i => Allow(clause, i)),
            _ => inner,
        };
    }

    private static IEnumerable<EventDraft> Some(EventDraft? draft) => draft is null ? [] : [draft];

    private (IReadOnlyList<ActorDraft> Actors, int Token) Doer(Clause clause) => frames.Fill(["subj", "by"], clause, []);

    private EventDraft? Agree(Clause clause, EventDraft? inner)
    {
        var (source, token) = Doer(clause);
        // "The two sides agreed to exchange prisoners": who they are is not told, and the prisoners agreed to nothing.
        if (source.Count == 0 && inner is { Reciprocal: true }) return null;
        if (source.Count == 0) (source, token) = inner is null ? (source, token) : (inner.Source, inner.SourceToken);
        if (inner is null && clause.Pos != 'V') return null;
        if (inner is { IsMaterialConflict: true } && clause.Lemma is "vow" or "pledge" or "promise" or "swear" or "threat")
            return Threat(clause, inner, source, token);
        // Promised troops are help; what else is promised stays what it is.
        if (inner is not null && !inner.IsCooperative && !inner.IsYielding && inner.Type != "MOBILIZE") return inner with { Status = EventStatus.Planned };
        var invites = clause.Lemma is "invite" or "invitation";
        var (target, targetToken) = invites ? frames.Fill(["obj", "iobj", "to"], clause, source) is { Actors.Count: > 0 } guest ? guest : inner is null ? ([], -1) : (Without(inner.Source, source), inner.SourceToken)
            : inner is { Target.Count: > 0 } ? (inner.Target, inner.TargetToken)
            : inner is { Reciprocal: true } ? ([.. inner.Source.Where(s => !source.Contains(s))], inner.TargetToken)
            : frames.Fill(["with", "to", "iobj", "answer"], clause, source);
        var (type, cameo) = inner switch
        {
            { IsYielding: true } => ("CONCEDE", "035"),
            { Type: "AID" } => ("AGREE", "033"),
            { Type: "CONSULT" } => ("AGREE", "036"),
            { Type: "COOPERATE" } => ("AGREE", "031"),
            { Type: "SUPPORT" } => ("AGREE", "032"),
            _ => ("AGREE", "030"),
        };
        return Typed(clause, inner, type, null, cameo, source, token, target, targetToken) with
        {
            Status = inner is null || clause.Lemma is "accept" or "agree" ? EventStatus.Asserted : EventStatus.Planned,
        };
    }

    private EventDraft? Refuse(Clause clause, EventDraft? inner)
    {
        var (source, token) = Doer(clause);
        if (source.Count == 0 && inner is not null && clause.Pos != 'N') (source, token) = (inner.Source, inner.SourceToken);
        if (source.Count == 0) return null;
        var (target, targetToken) = inner is null ? Inside(clause, source)
            : inner.Type == "REQUEST" || !inner.Source.SequenceEqual(source) && inner.Source.Count > 0 && inner.Nominal ? (Without(inner.Source, source), inner.SourceToken)
            : (Without(inner.Target, source), inner.TargetToken);
        var (mode, cameo) = inner?.Type switch
        {
            "AID" or "COOPERATE" or "SUPPORT" => ("assist", "121"),
            "CONSULT" => ("meet", "125"),
            "RETREAT" or "CONCEDE" => ("yield", "124"),
            null => (null, "120"),
            _ => ("change", "123"),
        };
        return Typed(clause, inner, "REJECT", mode, cameo, source, token, target, targetToken);
    }

    /// <summary>A demand put as what another must do.</summary>
    public EventDraft? Demand(Clause say, Clause must)
    {
        var (source, token) = Doer(say);
        var (target, targetToken) = frames.Fill([must.Passive ? "obj" : "subj"], must, source);
        return source.Count == 0 || target.Count == 0 ? null : Typed(say, null, "REQUEST", "change", "100", source, token, target, targetToken);
    }

    private EventDraft? Threaten(Clause clause, EventDraft? inner)
    {
        var (source, token) = Doer(clause);
        // A warning threatens only what the warner's own side would do.
        if (clause.Lemma == "warn" && (inner is null || !inner.IsMaterialConflict || !inner.Source.Any(s => source.Contains(s) || source.Any(w => w.Country is not null && w.Country == s.Country)))) return inner;
        return source.Count == 0 ? null : Threat(clause, inner, source, token);
    }

    private EventDraft Threat(Clause clause, EventDraft? inner, IReadOnlyList<ActorDraft> source, int token)
    {
        var (target, targetToken) = inner is { Target.Count: > 0 } ? (Without(inner.Target, source), inner.TargetToken) : frames.Fill(["obj", "against", "iobj"], clause, source);
        if (target.Count == 0 && inner is null) (target, targetToken) = Inside(clause, source);
        var (mode, cameo) = inner switch
        {
            { Type: "ASSAULT" or "MOBILIZE", Mode: not "territory" } => ("violence", "138"),
            { Type: "SANCTION", Mode: "expel" } => ("expel", "136"),
            { Type: "SANCTION", Mode: "withdraw" } => ("relations", "1313"),
            { Type: "COERCE", Mode: "arrest" } => ("arrest", "132"),
            { Type: "COERCE" or "SANCTION" } => ("restrict", "1312"),
            { Type: "PROTEST" } => ("relations", "133"),
            _ => (null, "130"),
        };
        return Typed(clause, inner, "THREATEN", mode, cameo, source, token, target, targetToken);
    }

    private EventDraft? Request(Clause clause, EventDraft? inner)
    {
        var (source, token) = Doer(clause);
        if (source.Count == 0) return null;
        var (asked, askedToken) = clause.Passive ? frames.Fill(["obj"], clause, source) : Asked(clause, source);
        if (asked.Count == 0 && inner is not null)
            (asked, askedToken) = Without(inner.Source, source) is { Count: > 0 } doers ? (doers, inner.SourceToken) : (Without(inner.Target, source), inner.TargetToken);
        if (asked.Count == 0 && inner is null) (asked, askedToken) = Inside(clause, source);
        if (inner is null && asked.Count == 0) return null;
        var (mode, cameo) = inner switch
        {
            { Type: "AID" or "COOPERATE" or "SUPPORT" } => ("assist", "101"),
            { Type: "CONSULT" or "AGREE" } => ("meet", "106"),
            { Type: "RETREAT", Mode: "resign" } => ("change", "1041"),
            { IsYielding: true } => ("yield", "105"),
            _ => ("change", "104"),
        };
        return Typed(clause, inner, "REQUEST", mode, cameo, source, token, asked, askedToken);
    }

    /// <summary>Who is asked: the first slot that names somebody directly, and is not the thing asked for.</summary>
    private (IReadOnlyList<ActorDraft> Actors, int Token) Asked(Clause clause, IReadOnlyList<ActorDraft> source)
    {
        // "Demanded that the government resign": who is to act is asked.
        foreach (var complement in clause.Clauses)
            if (frames.ClauseAt(complement) is { } asks && frames.Fill([asks.Passive ? "by" : "subj"], asks, source) is { Actors.Count: > 0 } actor) return actor;
        foreach (var slot in AskedSlots)
            foreach (var filler in clause.Slot(slot))
                if (Without(phrases.Direct(partIndex, filler), source) is { Count: > 0 } asked) return (asked, filler);
        return ([], -1);
    }

    /// <summary>Wishing that another acts asks it of him; wishing to act oneself is an intention.</summary>
    private IEnumerable<EventDraft> Wanted(Clause clause, List<EventDraft> inner)
    {
        var (source, _) = Doer(clause);
        foreach (var draft in inner)
        {
            if (source.Count > 0 && draft.Source.Count > 0 && Without(draft.Source, source).Count > 0 && Request(clause, draft) is { } request)
                yield return request with { Status = EventStatus.Planned };
            else
                yield return draft.IsCooperative || draft.IsYielding ? Plan(draft) : draft with { Unreal = true };
        }
    }

    private EventDraft? Accuse(Clause clause, EventDraft? inner)
    {
        var (source, token) = Doer(clause);
        if (clause.Pos == 'N' && source.Count == 0) return null;
        var (target, targetToken) = frames.Fill(["obj", "against", "at"], clause, source);
        if (inner is not null && (target.Count == 0 || clause.Object.Contains(inner.Trigger)))
            (target, targetToken) = Without(inner.Source, source) is { Count: > 0 } doers ? (doers, inner.SourceToken) : (Without(inner.Target, source), inner.TargetToken);
        if (source.Count == 0 && target.Count == 0) return null;
        var allege = clause.Lemma is "accuse" or "allege" or "suspect" or "charge" or "allegation" or "accusation" or "blame" or "indict" or "sue";
        var investigate = clause.Lemma is "investigate" or "probe" or "investigation" or "inquiry";
        return Typed(clause, inner, "ACCUSE", allege ? "allege" : investigate ? "investigate" : "disapprove", allege ? "112" : investigate ? "090" : "111", source, token, target, targetToken);
    }

    /// <summary>A future cooperative act is agreed, a future yielding conceded; other acts are planned as they are.</summary>
    public static EventDraft Plan(EventDraft inner)
    {
        if (inner.Status == EventStatus.Negated) return inner with { Unreal = true };
        return inner.Type switch
        {
            "CONSULT" => inner with { Type = "AGREE", Mode = null, Cameo = "036", Status = EventStatus.Planned },
            "SUPPORT" => inner with { Type = "AGREE", Mode = null, Cameo = "032", Status = EventStatus.Planned },
            "COOPERATE" => inner with { Type = "AGREE", Mode = null, Cameo = "031", Status = EventStatus.Planned },
            "AID" => inner with { Type = "AGREE", Mode = null, Cameo = "033", Status = EventStatus.Planned },
            "RETREAT" or "CONCEDE" => inner with { Type = "CONCEDE", Mode = null, Cameo = "035", Status = EventStatus.Planned },
            _ => inner with { Status = EventStatus.Planned },
        };
    }

    private EventDraft? Stop(Clause clause, EventDraft inner)
    {
        var (doer, token) = Doer(clause);
        // "The strike ended": the doer of the act ends it.
        var (source, sourceToken) = doer.Count > 0 && token != inner.Trigger ? (doer, token) : (inner.Source, inner.SourceToken);
        var target = Without(inner.Target.Count > 0 ? inner.Target : inner.Source, source);
        var cancels = clause.Lemma is "cancel" or "call off" or "postpone" or "put off" or "cancellation" or "postponement";
        var (type, mode, cameo) = inner.Type switch
        {
            "CONSULT" => cancels ? ("REJECT", "meet", "125") : ("SANCTION", "withdraw", "164"),
            "AID" or "COOPERATE" => ("SANCTION", "discontinue", "162"),
            "SUPPORT" or "AGREE" => ("SANCTION", "withdraw", "161"),
            "PROTEST" => ("CONCEDE", null, "082"),
            "ASSAULT" => ("RETREAT", "ceasefire", "0871"),
            "SANCTION" => ("RETREAT", null, "085"),
            "COERCE" => ("RETREAT", null, "084"),
            "MOBILIZE" => ("RETREAT", "withdraw", "0872"),
            _ => ("CONCEDE", (string?)null, "080"),
        };
        if (type == "SANCTION" && target.Count == 0 && !inner.Reciprocal) return null;
        return source.Count == 0 && target.Count == 0 ? null
            : Typed(clause, inner, type, mode, cameo, source, sourceToken, target, inner.TargetToken) with { About = null };
    }

    private EventDraft Deny(Clause clause, EventDraft inner)
    {
        var (denier, _) = Doer(clause);
        return inner with
        {
            Status = EventStatus.Denied,
            Source = inner.Source.Count > 0 ? inner.Source : denier,
            AccordingTo = [.. inner.AccordingTo, .. denier.Select(d => d.Id)],
            Why = $"{clause} > {inner.Why}",
        };
    }

    private EventDraft Allow(Clause clause, EventDraft inner)
    {
        var (source, token) = Doer(clause);
        if (source.Count == 0 || Without(inner.Source, source).Count == 0) return inner;
        return Typed(clause, inner, "CONCEDE", null, "080", source, token, Without(inner.Source, source), inner.SourceToken);
    }

    /// <summary>The draft as its own clause's mood and negation leave it.</summary>
    public static EventDraft InMood(EventDraft draft, Clause clause, Mood mood)
    {
        if (clause.Negated)
        {
            if (draft.Status is EventStatus.Negated) return draft with { Unreal = true };
            // "Will not talk" refuses; "did not talk" only reports.
            if (mood == Mood.Planned && (draft.IsCooperative || draft.IsYielding || draft.Type == "REQUEST"))
                return draft with { Source = [.. draft.Source.Where(s => !draft.Partners.Contains(s))], Target = draft.Reciprocal ? draft.Partners : draft.Target, Type = "REJECT", Mode = draft.Type == "CONSULT" ? "meet" : draft.IsYielding ? "yield" : "assist", Cameo = "120", Why = $"will not > {draft.Why}", Reciprocal = false };
            return mood == Mood.Asserted ? draft with { Status = EventStatus.Negated } : draft with { Unreal = true };
        }

        return mood switch
        {
            Mood.Planned => Plan(draft),
            Mood.Hypothetical => draft with { Unreal = true, Status = EventStatus.Hypothetical },
            Mood.Obliged => draft with { Unreal = true, Obliged = true, Status = EventStatus.Hypothetical },
            _ => draft,
        };
    }

    /// <summary>What a state's side says that another state did to it is an accusation.</summary>
    public static EventDraft ByParty(EventDraft draft, ActorDraft speaker)
    {
        if (draft.Type is not ("ASSAULT" or "COERCE" or "MOBILIZE") || draft.Status != EventStatus.Asserted) return draft;
        if (speaker.Country is null || speaker.Sectors.Contains("JRN") || draft.Source.Count == 0 || draft.Target.Count == 0) return draft;
        var against = draft.Source.All(s => s.Country is not null && s.Country != speaker.Country) && draft.Target.Any(t => t.Country == speaker.Country);
        if (!against) return draft;
        return draft with
        {
            Type = "ACCUSE",
            Mode = "allege",
            Cameo = "112",
            Source = [speaker],
            Target = draft.Source,
            TargetToken = draft.SourceToken,
            About = draft,
            AccordingTo = [],
            Reciprocal = false,
            Why = $"said by a party > {draft.Why}",
        };
    }

    /// <summary>Actors of a clause that the lexicon does not know: its objects, at most two clauses down.</summary>
    private (IReadOnlyList<ActorDraft> Actors, int Token) Inside(Clause clause, IReadOnlyList<ActorDraft> source)
    {
        var direct = Asked(clause, source);
        if (direct.Actors.Count > 0) return direct;
        foreach (var thing in clause.Object)
            if (Without(phrases.Within(partIndex, thing), source) is { Count: > 0 } owner) return (owner, thing);
        foreach (var complement in clause.Clauses)
        {
            if (frames.ClauseAt(complement) is not { } inner) continue;
            foreach (var slot in (ReadOnlySpan<string>)["obj", "iobj", "to", "with", "on", "from", "against", "for", "in"])
                foreach (var filler in inner.Slot(slot))
                    if (Without(phrases.Within(partIndex, filler), source) is { Count: > 0 } found) return (found, filler);
        }

        return ([], -1);
    }

    private static List<ActorDraft> Without(IReadOnlyList<ActorDraft> actors, IReadOnlyList<ActorDraft> others) => [.. actors.Where(a => !others.Contains(a))];

    private static EventDraft Typed(Clause clause, EventDraft? inner, string type, string? mode, string cameo,
        IReadOnlyList<ActorDraft> source, int sourceToken, IReadOnlyList<ActorDraft> target, int targetToken) => new()
        {
            Type = type,
            Mode = mode,
            Cameo = cameo,
            Context = inner?.Context ?? [],
            Source = source,
            SourceToken = sourceToken,
            Target = target,
            TargetToken = targetToken,
            About = inner,
            // Several who agree agree with each other.
            Reciprocal = type == "AGREE" && target.Count == 0 && source.Count > 1,
            Trigger = clause.Token,
            Nominal = clause.Pos == 'N',
            Why = inner is null ? $"{clause} > ?" : $"{clause} > {inner.Why}",
        };
}
