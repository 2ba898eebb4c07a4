using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate.Sharing;

/// <summary>The private store of one packet: filled with its texts, findings and decisions, and read for what was decided since.</summary>
public static class PacketStore
{
    /// <summary>Fills a new store.</summary>
    /// <param name="store">The store; nothing is in it yet.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="editor">Pen name of who made it: decisions that came with it bear it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="token">Stops; the store is then to be thrown away.</param>
    /// <exception cref="ModerationException">The packet is not whole.</exception>
    public static void Fill(VaultStore store, PacketContent packet, string editor, TimeProvider time, CancellationToken token)
    {
        if (packet.Format != PacketContent.CurrentFormat || !VaultHandle.TryParse(packet.Packet, out _))
        {
            throw PacketSource.NotWhole();
        }

        new VaultImporter(store).TakeIn(PacketSource.Entries(packet), null, token);
        var units = Units(store).ToDictionary(unit => unit.Alias, unit => unit.Place.Handle, StringComparer.Ordinal);
        var writers = store.People().Select(person => (Person: person.Handle, Number: PacketSource.WriterOf(person))).Where(each => each.Number is not null).ToLookup(each => each.Number!.Value, each => each.Person);
        var titles = packet.Threads.Where(thread => thread.Title is not null).ToDictionary(thread => thread.Post.Id, thread => thread.Title, StringComparer.Ordinal);
        using var transaction = store.BeginTransaction();
        foreach (var text in packet.Threads.SelectMany(thread => thread.Comments.Prepend(thread.Post)).Where(text => units.ContainsKey(text.Id)))
        {
            store.Findings.Replace(units[text.Id], packet.Recognizers, [.. text.Findings.Select(finding => Finding(finding, text.Text, titles.GetValueOrDefault(text.Id)))]);
        }

        foreach (var decision in packet.Decisions)
        {
            store.Decisions.Add(Decision(time.GetUtcNow(), decision, editor, units, writers));
        }

        transaction.Commit();
    }

    /// <summary>What was decided over a packet since it was opened: the decisions in force that did not come with it, and undoings of those that did.</summary>
    /// <param name="store">The packet's store.</param>
    /// <param name="packet">The packet.</param>
    /// <exception cref="ModerationException">The store is another packet's.</exception>
    public static IReadOnlyList<PacketDecision> Decided(VaultStore store, PacketContent packet)
    {
        if (!store.Sources.List().Any(source => source.Format == PacketSource.Format && source.Key == packet.Packet))
        {
            throw new ModerationException("The opened folder beside this file belongs to another packet. Move it away, and open this packet anew. Nothing was written.");
        }

        var units = Units(store).ToDictionary(unit => unit.Place.Handle);
        var people = store.People().ToDictionary(person => person.Handle, PacketSource.WriterOf);
        var book = DecisionBook.Of(store.Decisions.List());
        var given = packet.Decisions.Select(decision => decision.Id).ToHashSet(StringComparer.Ordinal);
        var decided = new List<PacketDecision>();
        foreach (var decision in book.All)
        {
            if (given.Contains(decision.Handle.Hex))
            {
                if (!book.IsInForce(decision.Handle))
                {
                    decided.Add(new PacketDecision { Id = decision.Handle.Hex, Action = VaultWords.Of(DecisionAction.Undo), Scope = VaultWords.Of(decision.Scope), Undoes = decision.Handle.Hex });
                }
            }
            else if (book.IsInForce(decision.Handle) && decision.Action != DecisionAction.Undo)
            {
                decided.Add(Out(decision, units, people));
            }
        }

        return decided;
    }

    /// <summary>Every text of a packet's store with its name in the packet.</summary>
    private static IEnumerable<(string Alias, UnitPlace Place)> Units(VaultStore store)
    {
        foreach (var post in store.Posts())
        {
            yield return (post.SourceId, new UnitPlace(post, null));
            foreach (var comment in store.Comments(post.Row))
            {
                yield return (comment.SourceId ?? string.Empty, new UnitPlace(post, comment));
            }
        }
    }

    private static PacketDecision Out(VaultDecision decision, Dictionary<VaultHandle, (string Alias, UnitPlace Place)> units, Dictionary<VaultHandle, int?> people)
    {
        (string Alias, UnitPlace Place)? about = decision.Unit is { } unit && units.TryGetValue(unit, out var named) ? named : null;
        return new PacketDecision
        {
            Id = decision.Handle.Hex,
            Action = VaultWords.Of(decision.Action),
            Scope = VaultWords.Of(decision.Scope),
            Unit = about?.Alias,
            Writer = decision.Person is { } person ? people.GetValueOrDefault(person) : null,
            Kind = decision.Kind,
            Field = decision.Field is { } field ? VaultWords.Of(field) : null,
            Start = decision.Start,
            Length = decision.Length,
            Term = decision.Action == DecisionAction.Accept ? null : decision.Term,
            Variants = decision.Variants,
            Replacement = PacketWords.IsRepair(decision.Action) ? decision.Replacement is { } other && units.TryGetValue(new VaultHandle(other), out var stands) ? stands.Alias : null : decision.Replacement,
            Judged = about is { } judged && decision.Scope is DecisionScope.Place or DecisionScope.Text ? PacketHash.Of(judged.Place) : null,
            Threads = decision is { Scope: DecisionScope.Everywhere, Term: not null, Action: not DecisionAction.Accept } ? Threads(decision, units) : [],
        };
    }

    /// <summary>The threads in which a term for everywhere stands.</summary>
    private static List<string> Threads(VaultDecision decision, Dictionary<VaultHandle, (string Alias, UnitPlace Place)> units)
    {
        var group = new TermGroup([decision]);
        return [.. units.Values.GroupBy(unit => unit.Place.Post.Handle)
            .Where(thread => thread.Any(unit => group.Find(new UnitText(unit.Place.Markdown)).Any() || (unit.Place.Comment is null && group.FindPlain(unit.Place.Post.Title ?? string.Empty).Any())))
            .Select(thread => units[thread.Key].Alias).Order(StringComparer.Ordinal)];
    }

    private static VaultFinding Finding(PacketFinding finding, string text, string? title)
    {
        var field = PacketWords.Field(finding.Field);
        var length = (field == TextField.Title ? title ?? string.Empty : text).Length;
        return finding is { Start: >= 0, Length: > 0, Score: >= 0 and <= 1 } && (long)finding.Start + finding.Length <= length && FindingKindTable.TryParse(finding.Kind, out _)
            ? new VaultFinding(field, finding.Start, finding.Length, finding.Kind, finding.Score, finding.Recognizer, finding.Why)
            : throw PacketSource.NotWhole();
    }

    private static VaultDecision Decision(DateTimeOffset made, PacketDecision decision, string editor, Dictionary<string, VaultHandle> units, ILookup<int, VaultHandle> writers)
    {
        if (!VaultHandle.TryParse(decision.Id, out var handle) || (decision.Unit is { } unit && !units.ContainsKey(unit)) || (decision.Writer is { } writer && !writers.Contains(writer)))
        {
            throw PacketSource.NotWhole();
        }

        var action = PacketWords.Action(decision.Action);
        if (PacketWords.IsRepair(action) && (decision.Unit is null || decision.Replacement is not { } named || !units.ContainsKey(named)))
        {
            throw PacketSource.NotWhole();
        }

        return new VaultDecision
        {
            Handle = handle,
            Made = made,
            Actor = editor,
            Action = action,
            Scope = PacketWords.Scope(decision.Scope),
            Unit = decision.Unit is { } about ? units[about] : null,
            Person = decision.Writer is { } by ? writers[by].First() : null,
            Kind = decision.Kind,
            Field = decision.Field is { } field ? PacketWords.Field(field) : null,
            Start = decision.Start,
            Length = decision.Length,
            Term = decision.Term,
            Variants = decision.Variants,
            Replacement = PacketWords.IsRepair(action) ? units[decision.Replacement!].Hex : decision.Replacement, // not null: checked above
        };
    }
}
