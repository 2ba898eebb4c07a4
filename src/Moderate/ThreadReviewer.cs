using Blog.Model;
using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Text;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Moderate;

/// <summary>Puts a thread under the decisions in force: takes out what they name, masks what needs no person, and says what waits for one.</summary>
/// <remarks>
/// Terms are looked for first in the whole thread, since a first name or an acronym counts only where the term itself stands in the same
/// thread; then each text gets its redactions. Where decisions disagree on a stretch, the one of the narrower scope counts, and of two
/// equal ones the later; a kept term frees a stretch only if it covers the whole of it, so that keeping "May" never frees "Theresa May".
/// </remarks>
public sealed class ThreadReviewer
{
    /// <summary>What stands behind a mask that nobody decided on.</summary>
    private static readonly VaultDecision Mask = new() { Handle = default, Made = default, Actor = string.Empty, Action = DecisionAction.Redact, Scope = DecisionScope.Text };

    private readonly TermIndex _redacted;
    private readonly TermIndex _kept;
    private readonly ILookup<VaultHandle, VaultDecision> _places;
    private readonly ILookup<VaultHandle, VaultDecision> _accepted;
    private readonly HashSet<VaultHandle> _withheld;
    private readonly HashSet<VaultHandle> _withheldThreads;
    private readonly HashSet<VaultHandle> _withheldWriters;
    private readonly IReadOnlyDictionary<VaultHandle, VaultHandle> _writers;
    private readonly FindingsOf _findings;
    private readonly RenamedCommenters _renamed;
    private readonly PseudonymOf _pseudonym;
    private readonly AsItWas _asItWas;
    private readonly RepairIndex _repairs;

    /// <summary>Prepares the decisions.</summary>
    /// <param name="book">The decisions.</param>
    /// <param name="people">Every writer of the vault: those of one identity are one writer.</param>
    /// <param name="settings">The blog's policy for commenters.</param>
    /// <param name="findings">Gives what recognizers find.</param>
    /// <param name="pseudonym">Gives pseudonyms.</param>
    public ThreadReviewer(DecisionBook book, IReadOnlyList<VaultPerson> people, SiteSettings settings, FindingsOf findings, PseudonymOf pseudonym)
        : this(book, WriterGroups.Of(people), new RenamedCommenters(settings), findings, pseudonym, null)
    {
    }

    private ThreadReviewer(
        DecisionBook book, IReadOnlyDictionary<VaultHandle, VaultHandle> writers, RenamedCommenters renamed, FindingsOf findings, PseudonymOf pseudonym, ThreadReviewer? before)
    {
        _asItWas = AsItWas.Of(book);
        _repairs = new RepairIndex(book);
        _findings = findings;
        _renamed = renamed;
        _pseudonym = pseudonym;
        _writers = writers;
        _redacted = new TermIndex(Writers(book.InForce.Where(decision => decision.Action is DecisionAction.Redact or DecisionAction.Pseudonym)), before?._redacted);
        _kept = new TermIndex(Writers(book.InForce.Where(decision => decision.Action == DecisionAction.Keep)), before?._kept);
        _places = book.InForce.Where(decision => decision is { Scope: DecisionScope.Place, Unit: not null }).ToLookup(decision => decision.Unit!.Value);
        _accepted = book.InForce.Where(decision => decision is { Action: DecisionAction.Accept, Unit: not null }).ToLookup(decision => decision.Unit!.Value);
        var withheld = Writers(book.InForce.Where(decision => decision.Action == DecisionAction.Withhold)).ToList();
        _withheld = [.. withheld.Where(decision => decision.Scope == DecisionScope.Text).Select(decision => decision.Unit).OfType<VaultHandle>()];
        _withheldThreads = [.. withheld.Where(decision => decision.Scope == DecisionScope.Thread).Select(decision => decision.Unit).OfType<VaultHandle>()];
        _withheldWriters = [.. withheld.Select(decision => decision.Person).OfType<VaultHandle>()];
    }

    /// <summary>A reviewer under another book of decisions of the same vault: of the terms only those are prepared anew that have changed.</summary>
    public ThreadReviewer After(DecisionBook book) => new(book, _writers, _renamed, _findings, _pseudonym, this);

    /// <summary>Reviews a post with all its comments.</summary>
    public ThreadReview Review(VaultPost post, IReadOnlyList<VaultComment> comments) => Review(PreparedThread.Of(post, comments));

    /// <summary>Reviews a thread that was prepared before.</summary>
    public ThreadReview Review(PreparedThread thread)
    {
        var (post, comments) = (thread.Post, thread.Comments);
        var repairs = _repairs.Of(comments);
        var texts = Units(thread, repairs);
        var hits = texts.Select(unit => Hits(_redacted, post.Handle, unit)).ToList();
        var plain = PlainTexts(post).Select(text => (Text: text, Hits: PlainHits(_redacted, post, text))).ToList();
        var present = Present(hits, plain.SelectMany(text => text.Hits));
        var renamed = thread.Renamed(_renamed);
        var reviews = new List<TextReview>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            reviews.Add(Review(post, texts[i], [.. hits[i].Where(Counts)], renamed, isPost: i == 0));
        }

        var redactedPlain = plain.ToDictionary(text => text.Text, text => RedactPlain(post, text.Text, [.. text.Hits.Where(Counts)]), StringComparer.Ordinal);
        return new ThreadReview
        {
            Post = reviews[0],
            Title = post.Title is null ? null : redactedPlain[post.Title],
            Labels = [.. post.Labels.Select(label => redactedPlain[label])],
            Series = post.Series is null ? null : redactedPlain[post.Series.Name],
            PermalinkTells = post.Permalink is { } permalink && AddressTells(post, permalink, present),
            Comments = comments.Select((comment, index) => (comment.Row, Review: reviews[index + 1])).ToDictionary(pair => pair.Row, pair => pair.Review),
            Repairs = repairs,
            ThreadTerms = ThreadTerms(post.Handle, present),
        };

        bool Counts(TermHit hit) => !hit.Rule.NeedsContext || present.Contains(hit.Rule.Decision.Handle);
    }

    /// <summary>Reviews one text of a thread as <see cref="Review(PreparedThread)"/> does it, without working on the others: what follows a decision on one place must not take longer in a long thread.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="unit">Its post or one of its comments.</param>
    /// <exception cref="ArgumentException">The text is not of this thread.</exception>
    public TextReview Review(PreparedThread thread, VaultHandle unit)
    {
        var post = thread.Post;
        var texts = Units(thread, _repairs.Of(thread.Comments));
        var index = texts.FindIndex(text => text.Handle == unit);
        if (index < 0)
        {
            throw new ArgumentException("The text is not of this thread.", nameof(unit));
        }

        var hits = texts.Select(text => Hits(_redacted, post.Handle, text)).ToList();
        var present = Present(hits, PlainTexts(post).SelectMany(text => PlainHits(_redacted, post, text)));
        return Review(
            post, texts[index], [.. hits[index].Where(hit => !hit.Rule.NeedsContext || present.Contains(hit.Rule.Decision.Handle))], thread.Renamed(_renamed), isPost: index == 0);
    }

    /// <summary>
    /// Reviews a post without its comments: what its state and its address are judged by. What stands in comments can add redactions to
    /// a post (a first name counts where the whole name stands in the thread), and never takes one away.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="comments">Gives its comments, where the address can only be judged by them.</param>
    public ThreadReview ReviewPost(VaultPost post, Func<IReadOnlyList<VaultComment>> comments)
    {
        var alone = Review(post, []);
        var mayTell = post.Permalink is { } address && !alone.PermalinkTells && GroupsOf(_redacted, post.Handle, post.Handle, WriterOf(post.Author)).Any(group => group.FindInAddress(address).Any());
        return mayTell ? alone with { PermalinkTells = Review(post, comments()).PermalinkTells } : alone;
    }

    private List<ReviewedUnit> Units(PreparedThread thread, ThreadRepairs repairs) =>
    [
        new(thread.Post.Handle, WriterOf(thread.Post.Author), thread.Texts[0], thread.Post.Row <= _asItWas.LastPost, IsMerged: false),
        .. thread.Comments.Select((comment, index) => new ReviewedUnit(comment.Handle, WriterOf(comment.Author), thread.Texts[index + 1], comment.Row <= _asItWas.LastComment, repairs.Same.ContainsKey(comment.Row))),
    ];

    /// <summary>The decisions of which a sure form stands in the thread.</summary>
    private static HashSet<VaultHandle> Present(List<List<TermHit>> hits, IEnumerable<TermHit> plain) => hits.SelectMany(list => list).Concat(plain)
        .Where(hit => hit.Rule.Variant.Strength == VariantStrength.Sure).Select(hit => hit.Rule.Decision.Handle).ToHashSet();

    /// <summary>The forms that count in one thread: those of its own terms, and those that need the context it gives.</summary>
    private List<TakenOut> ThreadTerms(VaultHandle thread, HashSet<VaultHandle> present)
    {
        var own = _redacted.Of(DecisionScope.Thread, thread)?.Rules ?? [];
        var context = _redacted.Everywhere.Rules.Where(rule => rule.NeedsContext && present.Contains(rule.Decision.Handle));
        return [.. own.Concat(context).Select(rule => new TakenOut(rule.Variant.Text, rule.Decision.Handle, rule.Variant.Case))];
    }

    /// <summary>The forms that count in a post's own text: they are taken out of its title, labels and series too, whose words are looked at apart from the text's.</summary>
    private IEnumerable<TakenOut> TextTerms(VaultHandle post) =>
        (_redacted.Of(DecisionScope.Text, post)?.Rules ?? []).Select(rule => new TakenOut(rule.Variant.Text, rule.Decision.Handle, rule.Variant.Case));

    private TextReview Review(VaultPost post, ReviewedUnit unit, List<TermHit> hits, NameMentions renamed, bool isPost)
    {
        var text = unit.Text;
        var kept = Hits(_kept, post.Handle, unit);
        var lost = false;
        var keptPlaces = new List<(TextRange Range, VaultDecision Decision)>(kept.Select(hit => (hit.Range, hit.Rule.Decision)));
        var places = new List<(TextRange Range, VaultDecision Decision)>();
        foreach (var decision in _places[unit.Handle].Where(decision => decision.Field == TextField.Body))
        {
            var ranges = PlaceFinder.Find(text.Markdown, decision);
            lost |= ranges.Count == 0 && decision.Action != DecisionAction.Keep;
            (decision.Action == DecisionAction.Keep ? keptPlaces : places).AddRange(ranges.Select(range => (range, decision)));
        }

        var heldOff = hits.Where(hit => IsFreed(hit.Range, hit.Rule.Decision, keptPlaces)).Select(hit => hit.Rule.Decision.Handle);
        var taken = hits.Where(hit => !IsFreed(hit.Range, hit.Rule.Decision, keptPlaces)).ToList();
        places.RemoveAll(place => IsFreed(place.Range, place.Decision, keptPlaces));
        var spans = taken.SelectMany(hit => hit.Spans(ReplacementOf(hit.Rule.Decision, post.Handle))).Concat(places.Select(place => new RedactionSpan(place.Range, ReplacementOf(place.Decision, post.Handle)))).ToList();
        var title = isPost ? post.Title : null;
        var looked = _findings(unit.Handle, text.View, title);
        var found = looked.Findings.ToLookup(each => each.Field, each => each.Finding);
        spans.AddRange(Rests(spans, found[TextField.Body]));
        var findings = title is null ? [] : TitleFindings(post, title, found[TextField.Title], renamed, looked.Mode);
        findings.AddRange(found[TextField.Body].Select(finding => new ReviewedFinding(TextField.Body, finding, StatusOf(text.Markdown, finding, spans, keptPlaces, renamed), FindingTreatmentTable.Of(finding, looked.Mode))));

        var masked = unit.AsItWas ? [] : findings
            .Where(found => found is { Field: TextField.Body, Status: FindingStatus.Open } && !found.Finding.IsNearMiss && found.Treatment == FindingTreatment.Mask)
            .Select(found => new RedactionSpan(found.Finding.Range, Replacements.MarkOf(found.Finding.Kind))).ToList();
        var maskedLinks = masked.Count == 0 ? [] : LinksThatTell(text, masked);
        var byDecision = TextRedactor.Redact(text.Markdown, text.View.Outline, spans);
        var all = masked.Count == 0 ? byDecision : TextRedactor.Redact(text.Markdown, text.View.Outline, spans.Concat(masked).Concat(maskedLinks));
        return new TextReview
        {
            Unit = unit.Handle,
            State = StateOf(post, unit, findings, lost, masked.Count > 0, looked),
            IsRead = looked.IsRead,
            Markdown = all.Text,
            Redactions = byDecision.Count,
            Decided = [.. taken.Where(hit => hit.Link is null).Select(hit => (hit.Range, hit.Rule.Decision.Kind)), .. places.Select(place => (place.Range, place.Decision.Kind))],
            Masks = masked.Count,
            HasLostPlace = lost,
            Findings = findings,
            HeldOff = [.. isPost ? heldOff.Concat(HeldOffInPlain(post)).Distinct() : heldOff.Distinct()],
            TakenOut = [.. isPost ? TextTerms(post.Handle) : [], .. TakenOutOf(text, all.Text, [.. places.Select(place => (place.Range, (VaultHandle?)place.Decision.Handle)), .. masked.Select(span => (span.Range, (VaultHandle?)null)), .. WriterTerms(taken)])],
        };
    }

    private List<ReviewedFinding> TitleFindings(VaultPost post, string title, IEnumerable<Finding> found, NameMentions renamed, TagMode mode)
    {
        var hits = PlainHits(_redacted, post, title).Select(hit => new RedactionSpan(hit.Range, string.Empty)).ToList();
        var kept = PlainHits(_kept, post, title).Select(hit => (hit.Range, hit.Rule.Decision))
            .Concat(_places[post.Handle].Where(decision => decision is { Field: TextField.Title, Action: DecisionAction.Keep }).SelectMany(decision => PlaceFinder.Find(title, decision).Select(range => (range, decision)))).ToList();
        foreach (var place in _places[post.Handle].Where(decision => decision is { Field: TextField.Title, Action: not DecisionAction.Keep }))
        {
            hits.AddRange(PlaceFinder.Find(title, place).Select(range => new RedactionSpan(range, string.Empty)));
        }

        return [.. found.Select(finding => new ReviewedFinding(TextField.Title, finding, StatusOf(title, finding, hits, kept, renamed), FindingTreatmentTable.Of(finding, mode)))];
    }

    private ReviewState StateOf(VaultPost post, ReviewedUnit unit, List<ReviewedFinding> findings, bool lostPlace, bool masked, FoundInText looked)
    {
        if (_withheld.Contains(unit.Handle) || _withheldThreads.Contains(post.Handle) || (unit.Writer is { } by && _withheldWriters.Contains(by)))
        {
            return ReviewState.Withheld;
        }

        if (unit.IsMerged)
        {
            return ReviewState.Merged;
        }

        if (lostPlace)
        {
            return ReviewState.Held;
        }

        var waits = findings.Exists(IsHolding) || (looked is { Mode: TagMode.Guard, IsRead: false } && HasWords(post, unit));
        if (!unit.AsItWas && waits && !IsAccepted(unit))
        {
            return ReviewState.Held;
        }

        return masked ? ReviewState.Masked : ReviewState.Ready;

        // A contact in a title cannot be masked behind an address that has it too: a person looks.
        static bool IsHolding(ReviewedFinding found) => found.Status == FindingStatus.Open && !found.Finding.IsNearMiss &&
            (found.Treatment == FindingTreatment.Hold || (found.Field == TextField.Title && found.Treatment == FindingTreatment.Mask));
    }

    /// <summary>Whether there is anything in a text that the tagger could read: what was erased, and removed comments, have no words.</summary>
    private static bool HasWords(VaultPost post, ReviewedUnit unit) => unit.Text.Markdown.Length > 0 || (unit.Handle == post.Handle && post.Title is { Length: > 0 });

    private bool IsAccepted(ReviewedUnit unit)
    {
        var hash = TextHash.Of(unit.Text.Markdown);
        return _accepted[unit.Handle].Any(decision => decision.Term == hash);
    }

    private static FindingStatus StatusOf(string source, Finding finding, List<RedactionSpan> spans, List<(TextRange Range, VaultDecision Decision)> kept, NameMentions renamed) =>
        spans.Exists(span => Covers(span.Range, finding.Range)) || IsCoveredTogether(finding.Range, spans) ? FindingStatus.Redacted
        : kept.Exists(keep => Covers(keep.Range, finding.Range)) ? FindingStatus.Kept
        : finding.Kind is FindingKind.Person or FindingKind.Handle && renamed.Covers(finding.Range.Of(source)) ? FindingStatus.Renamed
        : FindingStatus.Open;

    /// <summary>Whether several redactions side by side leave nothing of a stretch but blanks between them.</summary>
    private static bool IsCoveredTogether(TextRange range, List<RedactionSpan> spans)
    {
        var reached = range.Start;
        foreach (var span in spans.Where(span => span.Range.Start < range.End && span.Range.End > range.Start).OrderBy(span => span.Range.Start))
        {
            if (span.Range.Start > reached + 1)
            {
                return false;
            }

            reached = Math.Max(reached, span.Range.End);
        }

        return reached >= range.End;
    }

    private static bool Covers(TextRange outer, TextRange inner) => outer.Start <= inner.Start && outer.End >= inner.End;

    /// <summary>Whether a decision to keep frees a stretch from a decision to redact it: it covers it whole, and is narrower or, of equal width, later.</summary>
    private static bool IsFreed(TextRange range, VaultDecision redacting, List<(TextRange Range, VaultDecision Decision)> kept) => kept.Exists(keep =>
        Covers(keep.Range, range) && (keep.Decision.Scope < redacting.Scope || (keep.Decision.Scope == redacting.Scope && keep.Decision.Row > redacting.Row)));

    /// <summary>Links of a text whose addresses hold what is masked in it: a number that is taken out of a sentence must not stand in the address behind its words.</summary>
    private static List<RedactionSpan> LinksThatTell(UnitText text, List<RedactionSpan> masked)
    {
        var links = text.View.Outline.Links;
        if (links.Count == 0)
        {
            return [];
        }

        var rules = masked.Select(span => span.Range.Of(text.Markdown)).Distinct(StringComparer.Ordinal).Select(words => new TermRule(Mask, new TermVariant(words, VariantStrength.Sure, LetterCase.Any)));
        return [.. new TermGroup(rules).Find(text)
            .Where(hit => hit.Link is not null || links.Any(link => link.Start == hit.Range.Start && link.End == hit.Range.End)).SelectMany(hit => hit.Spans(Replacements.MarkOf(null)))];
    }

    /// <summary>Addresses that a redaction cuts go as a whole: what is left of "first.last@employer.example" tells the employer, and a rest of a link the place.</summary>
    private static List<RedactionSpan> Rests(List<RedactionSpan> spans, IEnumerable<Finding> findings) =>
        [.. findings.Where(finding => finding is { IsNearMiss: false, Kind: FindingKind.Email or FindingKind.NamingLink or FindingKind.Handle }
            && spans.Exists(span => span.Range.Start < finding.Range.End && span.Range.End > finding.Range.Start)
            && !spans.Exists(span => Covers(span.Range, finding.Range))).Select(finding => new RedactionSpan(finding.Range, Replacements.MarkOf(finding.Kind)))];

    private string ReplacementOf(VaultDecision decision, VaultHandle thread) =>
        decision is { Action: DecisionAction.Pseudonym, Replacement: null } ? _pseudonym(decision, thread) : Replacements.Of(decision);

    /// <summary>Hits of terms that hold for one writer alone: the gate can look for them in that writer's texts only.</summary>
    private static IEnumerable<(TextRange Range, VaultHandle? Case)> WriterTerms(List<TermHit> hits) =>
        hits.Where(hit => hit.Rule.Decision.Scope is DecisionScope.Writer or DecisionScope.Text && hit.Link is null).Select(hit => (hit.Range, (VaultHandle?)hit.Rule.Decision.Handle));

    /// <summary>The words of stretches that were taken out, without those that still stand elsewhere in the text.</summary>
    private static List<TakenOut> TakenOutOf(UnitText text, string redacted, List<(TextRange Range, VaultHandle? Case)> stretches)
    {
        if (stretches.Count == 0)
        {
            return [];
        }

        var words = stretches.Select(stretch => new TakenOut(ProseView.Of(stretch.Range.Of(text.Markdown)).Text.Trim(), stretch.Case))
            .Where(taken => taken.Words.Any(char.IsLetterOrDigit)).DistinctBy(taken => taken.Words).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var left = TermMatcher.Of([.. words.Select(word => word.Words)]).Find(FoldedText.Of(ProseView.Of(redacted).Text)).Select(match => match.Term).ToHashSet();
        return [.. words.Where((_, index) => !left.Contains(index))];
    }

    private static IEnumerable<string> PlainTexts(VaultPost post) =>
        new[] { post.Title, post.Series?.Name }.Concat(post.Labels).OfType<string>().Distinct(StringComparer.Ordinal);

    private List<TermHit> PlainHits(TermIndex index, VaultPost post, string text)
    {
        var hits = new List<TermHit>();
        foreach (var group in GroupsOf(index, post.Handle, post.Handle, WriterOf(post.Author)))
        {
            hits.AddRange(group.FindPlain(text));
        }

        return hits;
    }

    private IEnumerable<VaultHandle> HeldOffInPlain(VaultPost post)
    {
        foreach (var text in PlainTexts(post))
        {
            var kept = PlainHits(_kept, post, text).Select(hit => (hit.Range, hit.Rule.Decision)).ToList();
            foreach (var hit in PlainHits(_redacted, post, text).Where(hit => IsFreed(hit.Range, hit.Rule.Decision, kept)))
            {
                yield return hit.Rule.Decision.Handle;
            }
        }
    }

    private string RedactPlain(VaultPost post, string text, List<TermHit> hits)
    {
        var kept = PlainHits(_kept, post, text).Select(hit => (hit.Range, hit.Rule.Decision)).ToList();
        var spans = hits.Where(hit => !IsFreed(hit.Range, hit.Rule.Decision, kept)).Select(hit => new RedactionSpan(hit.Range, ReplacementOf(hit.Rule.Decision, post.Handle))).ToList();
        if (text == post.Title)
        {
            foreach (var place in _places[post.Handle].Where(decision => decision is { Field: TextField.Title, Action: not DecisionAction.Keep }))
            {
                spans.AddRange(PlaceFinder.Find(text, place).Select(range => new RedactionSpan(range, ReplacementOf(place, post.Handle))));
            }
        }

        return post.SourceFormat == GuestTable.Source ? TextRedactor.RedactOwnPlain(text, spans) : TextRedactor.RedactForeignPlain(text, spans);
    }

    private bool AddressTells(VaultPost post, string address, HashSet<VaultHandle> present)
    {
        foreach (var group in GroupsOf(_redacted, post.Handle, post.Handle, WriterOf(post.Author)))
        {
            if (group.FindInAddress(address).Any(rule => !rule.NeedsContext || present.Contains(rule.Decision.Handle)))
            {
                return true;
            }
        }

        // A place in the title is as good as in the address made of it.
        return post.Title is not null && _places[post.Handle].Any(decision => decision is { Field: TextField.Title, Action: not DecisionAction.Keep });
    }

    private static List<TermHit> Hits(TermIndex index, VaultHandle thread, ReviewedUnit unit)
    {
        var hits = new List<TermHit>();
        foreach (var group in GroupsOf(index, thread, unit.Handle, unit.Writer))
        {
            hits.AddRange(group.Find(unit.Text));
        }

        return hits;
    }

    private static IEnumerable<TermGroup> GroupsOf(TermIndex index, VaultHandle thread, VaultHandle unit, VaultHandle? writer)
    {
        yield return index.Everywhere;
        if (index.Of(DecisionScope.Thread, thread) is { } ofThread)
        {
            yield return ofThread;
        }

        if (index.Of(DecisionScope.Text, unit) is { } ofUnit)
        {
            yield return ofUnit;
        }

        if (writer is { } by && index.Of(DecisionScope.Writer, by) is { } ofWriter)
        {
            yield return ofWriter;
        }
    }

    private VaultHandle? WriterOf(VaultPerson? person) => person is null ? null : _writers.GetValueOrDefault(person.Handle, person.Handle);

    /// <summary>Decisions for one writer under the one handle that stands for all names of that writer.</summary>
    private IEnumerable<VaultDecision> Writers(IEnumerable<VaultDecision> decisions) =>
        decisions.Select(decision => decision.Person is { } person ? decision with { Person = _writers.GetValueOrDefault(person, person) } : decision);

    /// <summary>A text on its way through the review.</summary>
    /// <param name="Handle">The post or comment.</param>
    /// <param name="Writer">Its writer, under the handle of all their names.</param>
    /// <param name="Text">The text.</param>
    /// <param name="AsItWas">Somebody said that it is published as it was.</param>
    /// <param name="IsMerged">Another comment stands for it.</param>
    private sealed record ReviewedUnit(VaultHandle Handle, VaultHandle? Writer, UnitText Text, bool AsItWas, bool IsMerged);
}
