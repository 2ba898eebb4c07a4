using System.Globalization;
using Blog.Redact;
using Blog.Text;
using Blog.Vault;
using Blog.Vault.Sharing;

namespace Blog.Moderate.Sharing;

/// <summary>Takes decisions that came back from a packet into the store: what fits goes in at once, what disagrees is left for a person.</summary>
/// <remarks>
/// The file is a stranger's work, signed or not: every decision is checked as if it were typed here, reaches no text that was not in the packet, and is known again by a keyed hash of
/// its name, so that the same file twice does nothing.
/// </remarks>
public sealed class PacketMerger
{
    private const int MostDecisions = 100_000;
    private const int MostForms = 50;
    private const int LongestWords = 1_000;
    private const int LongestText = 100_000_000;

    private readonly VaultStore _store;
    private readonly VaultPacket _packet;
    private readonly TimeProvider _time;
    private readonly DecisionBook _book;
    private readonly Dictionary<VaultHandle, VaultDecision> _byAlias;
    private readonly Dictionary<string, VaultUnit> _units;
    private readonly List<VaultDecision> _since;
    private readonly HashSet<VaultHandle> _known;
    private readonly Dictionary<long, UnitPlace[]> _threads = [];
    private readonly Dictionary<VaultHandle, UnitText> _texts = [];
    private readonly Dictionary<VaultHandle, TermGroup> _groups = [];

    /// <summary>Prepares.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="packet">The packet that the file is about.</param>
    /// <param name="time">The clock.</param>
    public PacketMerger(VaultStore store, VaultPacket packet, TimeProvider time)
    {
        _store = store;
        _packet = packet;
        _time = time;
        _book = DecisionBook.Of(store.Decisions.List());
        _byAlias = _book.All.ToDictionary(decision => store.Packets.Alias(packet.Handle, "decision", decision.Handle));
        _units = store.Units().ToDictionary(unit => store.Packets.Alias(packet.Handle, "unit", unit.Handle).Hex, StringComparer.Ordinal);
        _known = [.. _book.All.Select(decision => decision.Handle)];
        var merged = store.Packets.Merges().Where(merge => merge.Packet == packet.Handle).SelectMany(merge => merge.Decisions).ToHashSet();
        _since = [.. _book.InForce.Where(decision => decision.Row > packet.Decisions && !merged.Contains(decision.Handle))];
    }

    /// <summary>What a file would do; nothing is changed.</summary>
    /// <param name="returned">The file, its signature checked.</param>
    /// <param name="actor">Pen name of the key that signed it.</param>
    /// <exception cref="ModerationException">It is not whole.</exception>
    public MergePlan Plan(ReturnedDecisions returned, string actor)
    {
        if (returned.Format != ReturnedDecisions.CurrentFormat || returned.Decisions.Count > MostDecisions)
        {
            throw PacketSource.NotWhole();
        }

        return new MergePlan(_packet.Handle, [.. returned.Decisions.Select(decision => Plan(decision, actor))]);
    }

    /// <summary>Takes in what a plan says, in one transaction.</summary>
    /// <param name="plan">The plan, made of the store as it is.</param>
    /// <param name="alsoTake">Names of decisions that a person looked at and takes in although they disagree; those not to be taken are passed over.</param>
    /// <returns>Name of the merge, by which all of it can be taken back; null where there was nothing to take in.</returns>
    public VaultHandle? TakeIn(MergePlan plan, IReadOnlySet<string> alsoTake)
    {
        List<VaultDecision> decisions = [.. plan.All.Where(each => each.Skip is null || (each.CanBeTaken && alsoTake.Contains(each.Id))).SelectMany(each => each.Made)];
        if (decisions.Count == 0)
        {
            return null;
        }

        using var transaction = _store.BeginTransaction();
        var merge = _store.Packets.Merge(_packet.Handle, decisions);
        transaction.Commit();
        return merge;
    }

    /// <summary>Takes a merge back: what of it is still in force is undone, in one transaction.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="merge">The merge.</param>
    /// <param name="time">The clock.</param>
    /// <returns>How many decisions were undone.</returns>
    public static int Undo(VaultStore store, VaultMerge merge, TimeProvider time)
    {
        var book = DecisionBook.Of(store.Decisions.List());
        var members = merge.Decisions.ToHashSet();
        var undoings = book.All.Where(decision => members.Contains(decision.Handle) && book.IsInForce(decision.Handle)).Reverse()
            .Select(decision => new VaultDecision
            {
                Handle = store.Decisions.NewHandle(),
                Made = time.GetUtcNow(),
                Actor = store.Actor,
                Action = DecisionAction.Undo,
                Scope = decision.Scope,
                Unit = decision.Unit,
                Person = decision.Person,
                Replaces = decision.Handle,
            }).ToList();
        using var transaction = store.BeginTransaction();
        store.Packets.Undo(merge.Handle, undoings);
        transaction.Commit();
        return undoings.Count;
    }

    private MergedDecision Plan(PacketDecision returned, string actor)
    {
        if (!VaultHandle.TryParse(returned.Id, out var id))
        {
            throw PacketSource.NotWhole();
        }

        var (action, scope) = (PacketWords.Action(returned.Action), PacketWords.Scope(returned.Scope));
        if (action == DecisionAction.Undo)
        {
            return Undoing(returned, id, actor);
        }

        if (scope == DecisionScope.Writer || (scope == DecisionScope.Everywhere && (action == DecisionAction.Accept || returned.Threads.Count == 0)))
        {
            return Left(returned, MergeSkip.TooWide);
        }

        var made = scope == DecisionScope.Everywhere
            ? [.. returned.Threads.Distinct(StringComparer.Ordinal).Select((thread, number) => Make(returned, id, number, actor, action, DecisionScope.Thread, thread))]
            : new List<VaultDecision?> { Make(returned, id, 0, actor, action, scope, returned.Unit) };
        if (made.Exists(each => each is null) || !made.TrueForAll(each => IsUsable(each!))) // not null: checked before
        {
            return Left(returned, MergeSkip.Unusable);
        }

        List<VaultDecision> decisions = [.. made.OfType<VaultDecision>()];
        if (decisions.TrueForAll(each => _known.Contains(each.Handle)))
        {
            return Left(returned, MergeSkip.TakenInBefore);
        }

        var places = decisions.ConvertAll(each => PlaceOf(each.Unit!.Value)); // not null: each was made for a text or thread
        if (places.Exists(IsErased))
        {
            return Left(returned, MergeSkip.Erased);
        }

        if (scope is DecisionScope.Place or DecisionScope.Text && returned.Judged != PacketHash.Of(places[0]))
        {
            // Words at a place are found again by the words; in another text that is for a person to see.
            return new MergedDecision(returned.Id, decisions, MergeSkip.TextChanged, null);
        }

        if (PacketWords.IsRepair(action) && !CouldBeRepaired(decisions[0], places[0]))
        {
            return Left(returned, MergeSkip.Unusable);
        }

        if (scope == DecisionScope.Place && !StandsAt(decisions[0], places[0]))
        {
            return Left(returned, MergeSkip.Unusable);
        }

        if (decisions.TrueForAll(each => _book.InForce.Any(other => IsSame(each, other))))
        {
            return Left(returned, MergeSkip.SameInForce);
        }

        for (var i = 0; i < decisions.Count; i++)
        {
            if (_since.Find(other => Disagrees(decisions[i], other, places[i])) is { } against)
            {
                return new MergedDecision(returned.Id, decisions, MergeSkip.DecidedOtherwise, against);
            }
        }

        return new MergedDecision(returned.Id, decisions, null, null);
    }

    private MergedDecision Undoing(PacketDecision returned, VaultHandle id, string actor)
    {
        if (returned.Undoes is null || !VaultHandle.TryParse(returned.Undoes, out var alias) || !_byAlias.TryGetValue(alias, out var undone))
        {
            return Left(returned, MergeSkip.Unusable);
        }

        if (undone.Scope is DecisionScope.Everywhere or DecisionScope.Writer)
        {
            return Left(returned, MergeSkip.TooWide);
        }

        var made = new VaultDecision
        {
            Handle = _store.Packets.Alias(_packet.Handle, "returned", id),
            Made = _time.GetUtcNow(),
            Actor = actor,
            Action = DecisionAction.Undo,
            Scope = undone.Scope,
            Unit = undone.Unit,
            Person = undone.Person,
            Replaces = undone.Handle,
        };
        return _known.Contains(made.Handle) ? Left(returned, MergeSkip.TakenInBefore)
            : !_book.IsInForce(undone.Handle) ? Left(returned, MergeSkip.UndoneAlready)
            : new MergedDecision(returned.Id, [made], null, null);
    }

    private static MergedDecision Left(PacketDecision returned, MergeSkip skip) => new(returned.Id, [], skip, null);

    private VaultDecision? Make(PacketDecision returned, VaultHandle id, int number, string actor, DecisionAction action, DecisionScope scope, string? unit)
    {
        if (unit is null || !_units.TryGetValue(unit, out var about) || (scope == DecisionScope.Thread && about.CommentRow is not null))
        {
            return null;
        }

        if (PacketWords.IsRepair(action) && (returned.Replacement is not { } named || !_units.ContainsKey(named)))
        {
            return null;
        }

        // One decision for everywhere becomes one for each thread of the packet: the moderator has seen no other.
        var name = number == 0 ? id : _store.Packets.Alias(_packet.Handle, string.Create(CultureInfo.InvariantCulture, $"part-{number}"), id);
        var place = PlaceOf(about.Handle);
        return new VaultDecision
        {
            Handle = _store.Packets.Alias(_packet.Handle, "returned", name),
            Made = _time.GetUtcNow(),
            Actor = actor,
            Action = action,
            Scope = scope,
            Unit = about.Handle,
            Kind = returned.Kind,
            Field = scope == DecisionScope.Place ? PacketWords.Field(returned.Field ?? "body") : null,
            Start = scope == DecisionScope.Place ? returned.Start : 0,
            Length = scope == DecisionScope.Place ? returned.Length : 0,
            Term = action == DecisionAction.Accept ? TextHash.Of(place.Markdown) : returned.Term,
            Variants = returned.Variants,
            Replacement = PacketWords.IsRepair(action) ? _units[returned.Replacement!].Handle.Hex : returned.Replacement, // not null: checked above
            Replaces = PacketWords.IsRepair(action) ? _book.InForce.LastOrDefault(decision => decision.Action == action && decision.Unit == about.Handle)?.Handle : null,
        };
    }

    /// <summary>Whether two comments could be joined or linked here: of one thread, both shown, and as the rules of <see cref="Moderation"/> have it.</summary>
    private bool CouldBeRepaired(VaultDecision made, UnitPlace place)
    {
        try
        {
            var other = PlaceOf(new VaultHandle(made.Replacement!)); // not null: it was made so
            if (made.Action == DecisionAction.Answers)
            {
                Moderation.RequireAnswer(place, other);
                return true;
            }

            Moderation.RequireAlike(place, other);
            return !ThreadRepairs.Of(_book, _store.Comments(place.Post.Row)).Same.TryGetValue(other.Comment!.Row, out var beyond) || beyond != place.Comment!.Row; // not null: they are two comments
        }
        catch (ModerationException)
        {
            return false;
        }
    }

    /// <summary>Whether a decision is one that could have been made here: of a form that the store keeps, with words that may stand in public.</summary>
    private static bool IsUsable(VaultDecision decision)
    {
        var isShort = decision.Variants.Count <= MostForms && decision.Variants.Append(decision.Term ?? string.Empty).Append(decision.Replacement ?? string.Empty).All(words => words.Length <= LongestWords);
        var hasForms = decision.Variants.All(form => !string.IsNullOrWhiteSpace(form) && !form.Any(char.IsControl)); // the store keeps them by lines
        var hasPlace = decision.Scope != DecisionScope.Place || (decision is { Start: >= 0 and <= LongestText, Length: > 0 } && decision.Term?.Length == decision.Length);
        var isKnown = decision.Kind is null || FindingKindTable.TryParse(decision.Kind, out _);
        var fits = decision.Action switch
        {
            DecisionAction.Redact or DecisionAction.Keep or DecisionAction.Pseudonym => decision.Term is { Length: > 0 },
            DecisionAction.Withhold => decision is { Term: null, Replacement: null, Scope: DecisionScope.Text or DecisionScope.Thread },
            DecisionAction.Accept => decision is { Replacement: null, Scope: DecisionScope.Text },
            DecisionAction.SameAs or DecisionAction.Answers => decision is { Term: null, Replacement: not null, Scope: DecisionScope.Text },
            _ => false,
        };
        return isShort && hasForms && hasPlace && isKnown && fits && Moderation.IsUsable(decision);
    }

    private static bool StandsAt(VaultDecision decision, UnitPlace place)
    {
        var text = decision.Field == TextField.Title ? place.Comment is null ? place.Post.Title ?? string.Empty : string.Empty : place.Markdown;
        var end = (long)decision.Start + decision.Length;
        return decision is { Start: >= 0, Length: > 0 } && end <= text.Length && text.AsSpan(decision.Start, decision.Length).SequenceEqual(decision.Term);
    }

    private static bool IsErased(UnitPlace place) => place.Comment is { } comment ? comment.State == Model.CommentState.Erased : place.Post.Visibility == Import.Visibility.Trashed;

    private static bool IsSame(VaultDecision one, VaultDecision other) =>
        (one.Action, one.Scope, one.Unit, one.Kind, one.Field, one.Start, one.Length, one.Term, one.Replacement) == (other.Action, other.Scope, other.Unit, other.Kind, other.Field, other.Start, other.Length, other.Term, other.Replacement)
        && one.Variants.SequenceEqual(other.Variants, StringComparer.Ordinal);

    /// <summary>Whether a decision made here since says something else of the same words or the same text.</summary>
    private bool Disagrees(VaultDecision made, VaultDecision other, UnitPlace place)
    {
        if (PacketWords.IsRepair(made.Action) || PacketWords.IsRepair(other.Action))
        {
            return made.Action == other.Action && made.Unit == other.Unit && made.Replacement != other.Replacement;
        }

        if (IsOfWholeText(made) || IsOfWholeText(other))
        {
            // read or withheld: the one against the other, on the same text or thread
            return IsOfWholeText(made) && IsOfWholeText(other) && made.Action != other.Action
                && (made.Unit == other.Unit || other.Unit == place.Post.Handle && other.Scope == DecisionScope.Thread);
        }

        if (made.Action == other.Action && made.Replacement == other.Replacement && made.Kind == other.Kind)
        {
            return false;
        }

        return TextsOf(made, place).Any(text => Ranges(other, text).Any(one => Ranges(made, text).Any(two => one.Field == two.Field && one.Range.Start < two.Range.End && two.Range.Start < one.Range.End)));
    }

    private static bool IsOfWholeText(VaultDecision decision) => decision.Action is DecisionAction.Accept or DecisionAction.Withhold;

    private UnitPlace[] TextsOf(VaultDecision decision, UnitPlace place)
    {
        if (decision.Scope != DecisionScope.Thread)
        {
            return [place];
        }

        if (!_threads.TryGetValue(place.Post.Row, out var texts))
        {
            texts = [new UnitPlace(place.Post, null), .. _store.Comments(place.Post.Row).Select(comment => new UnitPlace(place.Post, comment))];
            _threads.Add(place.Post.Row, texts);
        }

        return texts;
    }

    /// <summary>Where a decision on words takes hold in a text.</summary>
    private IEnumerable<(TextField Field, TextRange Range)> Ranges(VaultDecision decision, UnitPlace text)
    {
        var title = text.Comment is null ? text.Post.Title : null;
        if (decision.Scope == DecisionScope.Place)
        {
            var field = decision.Field ?? TextField.Body;
            var source = field == TextField.Body ? text.Markdown : title;
            return decision.Unit == text.Handle && source is not null ? PlaceFinder.Find(source, decision).Select(range => (field, range)) : [];
        }

        var reaches = decision.Scope switch
        {
            DecisionScope.Text => decision.Unit == text.Handle,
            DecisionScope.Thread => decision.Unit == text.Post.Handle,
            DecisionScope.Writer => decision.Person is { } person && text.Author?.Handle == person,
            DecisionScope.Everywhere => true,
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Scope, "No such scope."),
        };
        if (!reaches || decision.Term is null)
        {
            return [];
        }

        if (!_groups.TryGetValue(decision.Handle, out var group))
        {
            _groups.Add(decision.Handle, group = new TermGroup([decision]));
        }

        if (!_texts.TryGetValue(text.Handle, out var words))
        {
            _texts.Add(text.Handle, words = new UnitText(text.Markdown));
        }

        return group.Find(words).Select(hit => (TextField.Body, hit.Range))
            .Concat(title is null ? [] : group.FindPlain(title).Select(hit => (TextField.Title, hit.Range)));
    }

    private UnitPlace PlaceOf(VaultHandle handle)
    {
        var unit = _units[_store.Packets.Alias(_packet.Handle, "unit", handle).Hex];
        var post = _store.Post(unit.PostRow);
        return new UnitPlace(post, unit.CommentRow is { } row ? _store.Comment(row) : null);
    }
}
