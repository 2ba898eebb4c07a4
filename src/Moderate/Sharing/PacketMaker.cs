using Blog.Import;
using Blog.Model;
using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate.Sharing;

/// <summary>Makes the content of a packet out of the private store: of the threads named, what the old blog showed, and what is known about it.</summary>
public sealed class PacketMaker
{
    private readonly VaultStore _store;
    private readonly FindingCatalogue _findings;
    private readonly VaultHandle _packet;
    private readonly PacketWriters _writers;
    private readonly string _recognizers;

    /// <summary>Prepares.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="settings">The blog's settings.</param>
    /// <param name="packet">The packet's name.</param>
    public PacketMaker(VaultStore store, SiteSettings settings, VaultHandle packet)
    {
        _store = store;
        _findings = FindingCatalogue.Reading(store, settings);
        _recognizers = _findings.Version;
        _packet = packet;
        _writers = new PacketWriters(store.People());
    }

    /// <summary>Makes it.</summary>
    /// <param name="posts">The posts of the threads.</param>
    /// <param name="site">Text of <c>site.yml</c>.</param>
    /// <param name="expires">Last day on which it is opened.</param>
    /// <exception cref="ModerationException">A post was never public.</exception>
    public PacketContent Make(IReadOnlyList<VaultPost> posts, string site, DateOnly expires)
    {
        var threads = new List<PacketThread>();
        var texts = new PacketTexts();
        foreach (var post in posts.DistinctBy(post => post.Row))
        {
            if (post.Visibility != Visibility.Public)
            {
                throw new ModerationException($"The post {post.Handle.Hex[..VaultHandle.ShownDigits]} was never public, and what was not public stays in the private store. Nothing was written.");
            }

            var comments = _store.Comments(post.Row).Where(comment => comment.Visibility == Visibility.Public).ToList();
            texts.Add(post, comments);
            threads.Add(Thread(post, comments));
        }

        var decisions = DecisionBook.Of(_store.Decisions.List()).InForce.SelectMany(decision => Decisions(decision, texts)).ToList();
        return new PacketContent(PacketContent.CurrentFormat, _packet.Hex, _recognizers, expires, site, threads, decisions);
    }

    private PacketThread Thread(VaultPost post, List<VaultComment> comments)
    {
        var rows = comments.ToDictionary(comment => comment.Row);
        List<string> words = [post.Title ?? string.Empty, post.Markdown, .. comments.Select(comment => comment.Markdown)];
        return new PacketThread(
            post.Kind == EntryKind.Page ? "page" : "post",
            post.Title,
            post.Published is { } published ? DateOnly.FromDateTime(published.Value.DateTime) : null,
            post.Permalink,
            post.Labels,
            post.Series?.Name,
            post.Series?.Number,
            Text(new UnitPlace(post, null), null, null, "published", words),
            [.. comments.Select(comment => Text(
                new UnitPlace(post, comment),
                comment.ParentRow is { } parent && rows.TryGetValue(parent, out var answered) ? Alias("unit", answered.Handle) : null,
                comment.Number?.ToString(),
                CommentStateTable.ToWord(comment.State),
                words))]);
    }

    private PacketText Text(UnitPlace place, string? parent, string? number, string state, List<string> words)
    {
        var found = place.Markdown.Length == 0 && place.Post.Title is null
            ? []
            : _findings.Of(place.Handle, ProseView.Of(place.Markdown), place.Comment is null ? place.Post.Title : null).Findings;
        return new PacketText(
            Alias("unit", place.Handle), parent, number, state, _writers.Of(place.Author), PacketWriters.NameIn(place.Author, words), place.Markdown,
            [.. found.Select(each => new PacketFinding(
                VaultWords.Of(each.Field), each.Finding.Range.Start, each.Finding.Range.Length, FindingKindTable.ToWord(each.Finding.Kind), each.Finding.Score, each.Finding.Recognizer, each.Finding.Why))]);
    }

    /// <summary>A decision as the packet may have it: of a term only the words that stand in its texts, so that a decision on other texts tells nothing here.</summary>
    private IEnumerable<PacketDecision> Decisions(VaultDecision decision, PacketTexts texts)
    {
        if (PacketWords.IsRepair(decision.Action))
        {
            if (decision is { Unit: { } moved, Replacement: { } named } && VaultHandle.TryParse(named, out var other) && texts.Has(moved) && texts.Has(other))
            {
                yield return new PacketDecision { Id = Alias("decision", decision.Handle), Action = VaultWords.Of(decision.Action), Scope = VaultWords.Of(decision.Scope), Unit = Alias("unit", moved), Replacement = Alias("unit", other) };
            }

            yield break;
        }

        if (decision.Action is not (DecisionAction.Redact or DecisionAction.Keep or DecisionAction.Pseudonym or DecisionAction.Withhold or DecisionAction.Accept))
        {
            yield break; // about pictures, which a packet does not have
        }

        var isHere = decision.Scope switch
        {
            DecisionScope.Place or DecisionScope.Text or DecisionScope.Thread => decision.Unit is { } unit && texts.Has(unit),
            DecisionScope.Writer => decision.Person is { } person && _writers.Known(person) is not null,
            DecisionScope.Everywhere => decision.Action != DecisionAction.Accept, // "as it was" counts rows of the store, which are others in a packet
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Scope, "No such scope."),
        };
        if (!isHere)
        {
            yield break;
        }

        var made = new PacketDecision
        {
            Id = Alias("decision", decision.Handle),
            Action = VaultWords.Of(decision.Action),
            Scope = VaultWords.Of(decision.Scope),
            Unit = decision.Unit is { } about ? Alias("unit", about) : null,
            Writer = decision.Person is { } by ? _writers.Known(by) : null,
            Kind = decision.Kind,
            Field = decision.Field is { } field ? VaultWords.Of(field) : null,
            Start = decision.Start,
            Length = decision.Length,
            Term = decision.Term,
            Replacement = decision.Replacement,
        };
        var isTerm = decision.Scope != DecisionScope.Place && decision.Action is DecisionAction.Redact or DecisionAction.Keep or DecisionAction.Pseudonym;
        if (!isTerm)
        {
            if (decision.Action == DecisionAction.Withhold || decision.Term is not null) // the words of others were erased
            {
                yield return made;
            }

            yield break;
        }

        if (decision.Term is not { } term)
        {
            yield break;
        }

        var forms = new[] { term }.Concat(decision.Variants).Distinct(StringComparer.Ordinal).Where(texts.Stands).ToList();
        if (forms.Contains(term, StringComparer.Ordinal))
        {
            yield return made with { Variants = [.. forms.Skip(1)] };
            yield break;
        }

        // The term itself does not stand here, but a form of it does: the packet gets that form, as it stands, and never the term.
        var number = 0;
        foreach (var words in texts.Forms(decision))
        {
            yield return made with { Id = number++ == 0 ? made.Id : _store.Packets.NewHandle().Hex, Term = words };
        }
    }

    private string Alias(string kind, VaultHandle name) => _store.Packets.Alias(_packet, kind, name).Hex;
}
