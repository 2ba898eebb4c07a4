using System.Buffers;
using Blog.Import;
using Blog.Model;
using Blog.Redact;
using Blog.Text;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Makes decisions: checks them, and adds them to the vault, each in a transaction of its own.</summary>
/// <remarks>Nothing is published by a decision; the next release follows them.</remarks>
public sealed class Moderation
{
    /// <summary>A term of fewer letters and digits would take out half the site.</summary>
    private const int MinTermLength = 2;

    private static readonly SearchValues<char> MarkdownMarks = SearchValues.Create("\r\n[]()<>*_`~\\#!|&");

    private readonly VaultStore _vault;
    private readonly string _actor;
    private readonly TimeProvider _time;

    /// <summary>Prepares.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="actor">Pen name of who decides.</param>
    /// <param name="time">The clock.</param>
    public Moderation(VaultStore vault, string actor, TimeProvider time)
    {
        _vault = vault;
        _actor = actor;
        _time = time;
    }

    /// <summary>Decides on a term within a scope.</summary>
    /// <exception cref="ModerationException">The request cannot be met as it is.</exception>
    public VaultDecision Term(TermRequest request)
    {
        var decision = Prepare(request);
        Add(decision);
        return decision;
    }

    /// <summary>The decision of a request without making it: to rehearse it.</summary>
    /// <exception cref="ModerationException">The request cannot be met as it is.</exception>
    public VaultDecision Prepare(TermRequest request)
    {
        var term = request.Term.Trim();
        if (term.Count(char.IsLetterOrDigit) < MinTermLength)
        {
            throw new ModerationException($"A term has at least {MinTermLength} letters or digits: fewer stand everywhere. Redact the place instead, or give the whole name.");
        }

        if (request.Scope == DecisionScope.Place)
        {
            throw new ModerationException("A term has a scope: text, thread, writer or everywhere.");
        }

        if (request.Scope != DecisionScope.Everywhere && request.At is null)
        {
            throw new ModerationException("Say which text, thread or writer is meant: name a post or comment of it with --in.");
        }

        if (request is { Scope: DecisionScope.Writer, At.Author: not { Identity: not null } })
        {
            throw new ModerationException("This text has no writer who can be told from others: people without a name are nobody in particular. Use the scope text or thread.");
        }

        var decision = New(request.Action, request.Scope) with
        {
            Unit = UnitOf(request),
            Person = request.Scope == DecisionScope.Writer ? request.At!.Author!.Handle : null, // both checked above
            Kind = request.Kind is { } kind ? FindingKindTable.ToWord(kind) : null,
            Term = term,
            Variants = [.. request.Also.Select(form => form.Trim()).Where(form => form.Length > 0)],
            Replacement = request.Replacement,
            Reason = request.Reason,
        };
        RequireSafeReplacement(decision);
        return decision;
    }

    /// <summary>Redacts or keeps one place of one text.</summary>
    /// <param name="action"><see cref="DecisionAction.Redact"/> or <see cref="DecisionAction.Keep"/>.</param>
    /// <param name="place">The text.</param>
    /// <param name="field">Which of its texts.</param>
    /// <param name="range">UTF-16 positions in it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="replacement">What stands instead; null for the mark of its kind.</param>
    /// <param name="reason">Why; may be null.</param>
    /// <exception cref="ModerationException">There is no such place.</exception>
    public VaultDecision Place(DecisionAction action, UnitPlace place, TextField field, TextRange range, FindingKind? kind, string? replacement = null, string? reason = null)
    {
        var text = field == TextField.Body ? place.Markdown : place.Post.Title ?? string.Empty;
        if (range.Start < 0 || range.Length <= 0 || range.End > text.Length)
        {
            throw new ModerationException("There is no such place in this text.");
        }

        var decision = New(action, DecisionScope.Place) with
        {
            Unit = place.Handle,
            Kind = kind is { } known ? FindingKindTable.ToWord(known) : null,
            Field = field,
            Start = range.Start,
            Length = range.Length,
            Term = range.Of(text),
            Replacement = replacement,
            Reason = reason,
        };
        RequireSafeReplacement(decision);
        Add(decision);
        return decision;
    }

    /// <summary>Says that a text was read and may be published as the other decisions leave it; holds for the text as it is now.</summary>
    public VaultDecision Accept(UnitPlace place, string? reason = null)
    {
        var decision = New(DecisionAction.Accept, DecisionScope.Text) with { Unit = place.Handle, Term = TextHash.Of(place.Markdown), Reason = reason };
        Add(decision);
        return decision;
    }

    /// <summary>Says that everything in the vault now was public and stays as it was, under the decisions made so far and later.</summary>
    public VaultDecision AcceptAsItWas()
    {
        _vault.Roles.Require(EditorTask.Publish);
        var decision = PrepareAsItWas();
        Add(decision);
        return decision;
    }

    /// <summary>That decision without making it: to rehearse it.</summary>
    public VaultDecision PrepareAsItWas()
    {
        var units = _vault.Units();
        var reach = new AsItWas(units.Max(unit => (long?)unit.PostRow) ?? 0, units.Max(unit => unit.CommentRow) ?? 0);
        return New(DecisionAction.Accept, DecisionScope.Everywhere) with { Term = reach.ToTerm() };
    }

    /// <summary>Withholds a text, a whole thread, or everything by its writer.</summary>
    /// <exception cref="ModerationException">The scope does not fit.</exception>
    public VaultDecision Withhold(UnitPlace place, DecisionScope scope, string? reason = null)
    {
        if (scope is DecisionScope.Place or DecisionScope.Everywhere)
        {
            throw new ModerationException("What can be withheld is a text, a thread or a writer.");
        }

        if (scope == DecisionScope.Writer && place.Author is not { Identity: not null })
        {
            throw new ModerationException("This text has no writer who can be told from others: people without a name are nobody in particular. Withhold the text or the thread.");
        }

        var decision = New(DecisionAction.Withhold, scope) with
        {
            Unit = scope switch { DecisionScope.Text => place.Handle, DecisionScope.Thread => place.Post.Handle, _ => null },
            Person = scope == DecisionScope.Writer ? place.Author!.Handle : null, // checked above
            Reason = reason,
        };
        Add(decision);
        return decision;
    }

    /// <summary>Joins a comment that was posted twice with the one that stands for both: its address leads there, and replies to it stand under that one.</summary>
    /// <param name="again">The comment that goes.</param>
    /// <param name="stays">The one that stays.</param>
    /// <param name="reason">Why; may be null.</param>
    /// <exception cref="ModerationException">They are not two comments of one thread that say the same; nothing was changed.</exception>
    public VaultDecision SameAs(UnitPlace again, UnitPlace stays, string? reason = null)
    {
        var book = DecisionBook.Of(_vault.Decisions.List());
        RequireSame(book, again, stays);
        return Repair(book, DecisionAction.SameAs, again, stays, reason);
    }

    /// <summary>Joins several comments with the ones that stand for them, in one transaction: all or none. <see cref="UndoTogether"/> takes all of them back.</summary>
    /// <param name="pairs">The one that goes, and the one that stays.</param>
    /// <param name="reason">Why; may be null.</param>
    /// <exception cref="ModerationException">As <see cref="SameAs"/>, for one of them; nothing was changed.</exception>
    public IReadOnlyList<VaultDecision> SameAsAll(IReadOnlyList<(UnitPlace Again, UnitPlace Stays)> pairs, string? reason = null)
    {
        var book = DecisionBook.Of(_vault.Decisions.List());
        var now = _time.GetUtcNow(); // the same for all: by it they are known to have been made together
        var decisions = new List<VaultDecision>(pairs.Count);
        foreach (var (again, stays) in pairs)
        {
            RequireSame(book, again, stays);
            decisions.Add(Repaired(book, DecisionAction.SameAs, again, stays, reason) with { Made = now });
        }

        using var transaction = _vault.BeginTransaction();
        decisions.ForEach(decision => _vault.Decisions.Add(decision));
        transaction.Commit();
        return decisions;
    }

    /// <summary>Refuses two comments of which neither stands for the other.</summary>
    internal static void RequireAlike(UnitPlace again, UnitPlace stays)
    {
        var (goes, stands) = TwoOfOneThread(again, stays);
        if (!DuplicateComments.MayBeOne(goes, stands))
        {
            throw new ModerationException("These two comments are by two people, so neither stands for the other. Nothing was changed.");
        }

        if (!TextLikeness.Covers(goes.Markdown, stands.Markdown))
        {
            throw new ModerationException("The comment that would go says something that the other one does not, and it would be lost. Withhold it instead, or join them the other way round. Nothing was changed.");
        }
    }

    private void RequireSame(DecisionBook book, UnitPlace again, UnitPlace stays)
    {
        RequireAlike(again, stays);
        if (ThreadRepairs.Of(book, _vault.Comments(again.Post.Row)).Same.TryGetValue(stays.Comment!.Row, out var beyond) && beyond == again.Comment!.Row) // not null: they are two comments
        {
            throw new ModerationException("They are joined the other way round already. Undo that first. Nothing was changed.");
        }
    }

    /// <summary>Says which comment another one answers though it was posted elsewhere. It stays where it was posted; each of the two leads to the other, marked as probable.</summary>
    /// <param name="reply">The comment that was posted elsewhere.</param>
    /// <param name="answered">The one it answers.</param>
    /// <param name="reason">Why; may be null.</param>
    /// <exception cref="ModerationException">They are not two comments of one thread; nothing was changed.</exception>
    public VaultDecision Answers(UnitPlace reply, UnitPlace answered, string? reason = null)
    {
        RequireAnswer(reply, answered);
        return Repair(DecisionBook.Of(_vault.Decisions.List()), DecisionAction.Answers, reply, answered, reason);
    }

    /// <summary>Refuses two comments of which the one was posted under the other, or that are not of one thread.</summary>
    internal static void RequireAnswer(UnitPlace reply, UnitPlace answered)
    {
        var (from, to) = TwoOfOneThread(reply, answered);
        if (from.ParentRow == to.Row)
        {
            throw new ModerationException("It was posted as an answer to that comment. Nothing was changed.");
        }
    }

    /// <summary>Takes back a joining of comments with all that were joined in the same step, in one transaction.</summary>
    /// <param name="reference">First digits of the handle of one of them.</param>
    /// <returns>The decisions that were undone.</returns>
    /// <exception cref="ModerationException">There is none, it is not in force, or it is no joining.</exception>
    public IReadOnlyList<VaultDecision> UndoTogether(string reference)
    {
        var book = DecisionBook.Of(_vault.Decisions.List());
        if (book.InForce.Where(decision => decision.Handle.Hex.StartsWith(reference, StringComparison.Ordinal)).ToList() is not [{ Action: DecisionAction.SameAs } only])
        {
            throw new ModerationException("No joining of comments that is in force, or more than one, is called so. Nothing was changed.");
        }

        var together = book.InForce.Where(decision => decision.Action == only.Action && decision.Actor == only.Actor && decision.Made == only.Made).Reverse().ToList();
        using var transaction = _vault.BeginTransaction();
        foreach (var decision in together)
        {
            _vault.Decisions.Add(New(DecisionAction.Undo, decision.Scope) with { Unit = decision.Unit, Person = decision.Person, Replaces = decision.Handle });
        }

        transaction.Commit();
        return together;
    }

    /// <summary>Undoes a decision, or an undoing; null undoes the last decision in force.</summary>
    /// <param name="reference">First digits of its handle.</param>
    /// <returns>The decision that was undone.</returns>
    /// <exception cref="ModerationException">There is none, or it is not in force.</exception>
    public VaultDecision Undo(string? reference)
    {
        var book = DecisionBook.Of(_vault.Decisions.List());
        var found = reference is null
            ? book.InForce.TakeLast(1).ToList()
            : [.. book.All.Where(decision => decision.Handle.Hex.StartsWith(reference, StringComparison.Ordinal))];
        if (found is not [var only])
        {
            throw new ModerationException(found.Count == 0 ? "There is no such decision. \"redact history\" lists them." : "Several decisions have names that begin so. Give more digits.");
        }

        if (!book.IsInForce(only.Handle))
        {
            throw new ModerationException("This decision is not in force: it was undone or replaced. To have it back, undo what undid it (\"redact history\").");
        }

        Add(New(DecisionAction.Undo, only.Scope) with { Unit = only.Unit, Person = only.Person, Replaces = only.Handle });
        return only;
    }

    /// <summary>Whether a decision from elsewhere is one that could have been made here.</summary>
    internal static bool IsUsable(VaultDecision decision)
    {
        try
        {
            RequireUsable(decision);
            return true;
        }
        catch (ModerationException)
        {
            return false;
        }
    }

    /// <summary>Refuses a decision that could not be made here: a term has letters enough, and a replacement says less and is safe to show.</summary>
    /// <exception cref="ModerationException">It could not; the message says why.</exception>
    internal static void RequireUsable(VaultDecision decision)
    {
        if (decision is { Scope: not DecisionScope.Place, Action: DecisionAction.Redact or DecisionAction.Keep or DecisionAction.Pseudonym } && (decision.Term ?? string.Empty).Count(char.IsLetterOrDigit) < MinTermLength)
        {
            throw new ModerationException($"A term has at least {MinTermLength} letters or digits: fewer stand everywhere. Give the whole name. Nothing was changed.");
        }

        RequireSafeReplacement(decision);
    }

    private static VaultHandle? UnitOf(TermRequest request) => request.Scope switch
    {
        DecisionScope.Text => request.At!.Handle, // checked by the caller
        DecisionScope.Thread => request.At!.Post.Handle,
        DecisionScope.Writer or DecisionScope.Everywhere => null,
        _ => throw new ModerationException("A term has a scope: text, thread, writer or everywhere."),
    };

    /// <summary>What stands instead must say less: no form of the term, and no mark that readers could not trust.</summary>
    private static void RequireSafeReplacement(VaultDecision decision)
    {
        if (decision.Replacement is not { } replacement)
        {
            return;
        }

        if (replacement.StartsWith(RedactionMark.Opening, StringComparison.Ordinal))
        {
            var isMark = RedactionMark.TryRead(replacement, out var mark, out var length) && length == replacement.Length && mark.TryGetKind(out _);
            if (!isMark)
            {
                throw new ModerationException("This is no mark that can be published: its label is not in the list. Use [redacted] or [redacted: LABEL] with one of the labels of docs/redaction.md.");
            }

            return;
        }

        if (replacement.AsSpan().ContainsAny(MarkdownMarks))
        {
            throw new ModerationException("What stands instead is plain words on one line, without marks of Markdown. Use letters, digits and simple punctuation.");
        }

        if (decision.Term is { } && decision.Action != DecisionAction.Keep && new TermGroup([decision with { Scope = DecisionScope.Text }]).FindPlain(replacement).Any())
        {
            throw new ModerationException("What stands instead holds a form of the very term. Choose other words.");
        }
    }

    private static (VaultComment One, VaultComment Other) TwoOfOneThread(UnitPlace one, UnitPlace other)
    {
        if (one is not { Comment: { } left } || other is not { Comment: { } right } || left.Row == right.Row || one.Post.Row != other.Post.Row)
        {
            throw new ModerationException("This takes two comments of one thread. Nothing was changed.");
        }

        return IsShown(left) && IsShown(right) ? (left, right) : throw new ModerationException("One of the two was removed on the old blog or never shown there. Nothing was changed.");

        static bool IsShown(VaultComment comment) => comment is { Visibility: Visibility.Public, State: CommentState.Published };
    }

    /// <summary>A later word about the same comment takes the place of the earlier one.</summary>
    private VaultDecision Repair(DecisionBook book, DecisionAction action, UnitPlace unit, UnitPlace other, string? reason)
    {
        var decision = Repaired(book, action, unit, other, reason);
        Add(decision);
        return decision;
    }

    private VaultDecision Repaired(DecisionBook book, DecisionAction action, UnitPlace unit, UnitPlace other, string? reason)
    {
        var before = book.InForce.LastOrDefault(decision => decision.Action == action && decision.Unit == unit.Handle);
        return New(action, DecisionScope.Text) with { Unit = unit.Handle, Replacement = other.Handle.Hex, Replaces = before?.Handle, Reason = reason };
    }

    private VaultDecision New(DecisionAction action, DecisionScope scope) => new()
    {
        Handle = _vault.Decisions.NewHandle(),
        Made = _time.GetUtcNow(),
        Actor = _actor,
        Action = action,
        Scope = scope,
    };

    private void Add(VaultDecision decision)
    {
        using var transaction = _vault.BeginTransaction();
        _vault.Decisions.Add(decision);
        transaction.Commit();
    }
}
