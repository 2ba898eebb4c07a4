using Blog.Import;
using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Counts what a decision on a term would change, over the whole vault, and changes nothing.</summary>
public static class Rehearsal
{
    /// <summary>Every place that the decision reaches.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="decision">A decision on a term, made or only prepared.</param>
    /// <param name="token">Stops the search.</param>
    public static TermPlaces Of(VaultStore vault, VaultDecision decision, CancellationToken token) => Of(vault, vault.Posts(), decision, token);

    /// <summary>As <see cref="Of(VaultStore, VaultDecision, CancellationToken)"/>, in some threads alone.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="posts">The posts of the threads to look through; a decision on one thread or text reaches no other.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="token">Stops the search.</param>
    public static TermPlaces Of(VaultStore vault, IEnumerable<VaultPost> posts, VaultDecision decision, CancellationToken token)
    {
        var writers = WriterGroups.Of(vault.People());
        var person = decision.Person is { } named ? writers.GetValueOrDefault(named, named) : (VaultHandle?)null;
        var group = new TermGroup([decision]);
        var texts = new List<(VaultHandle Post, VaultHandle Unit, int Count)>();
        foreach (var post in posts)
        {
            token.ThrowIfCancellationRequested();
            if (decision.Scope == DecisionScope.Thread && decision.Unit != post.Handle)
            {
                continue;
            }

            var units = new List<(VaultHandle Unit, List<TermHit> Hits)> { (post.Handle, Reaches(post.Handle, post.Author) ? [.. group.Find(new UnitText(post.Markdown)), .. group.FindPlain(post.Title ?? string.Empty)] : []) };
            units.AddRange(vault.Comments(post.Row).Where(comment => comment.Visibility == Visibility.Public)
                .Select(comment => (comment.Handle, Reaches(comment.Handle, comment.Author) ? group.Find(new UnitText(comment.Markdown)).ToList() : [])));
            var isNamed = units.Exists(unit => unit.Hits.Exists(hit => hit.Rule.Variant.Strength == VariantStrength.Sure));
            texts.AddRange(units
                .Select(unit => (post.Handle, unit.Unit, unit.Hits.Where(hit => isNamed || !hit.Rule.NeedsContext).Select(hit => hit.Range.Start).Distinct().Count()))
                .Where(unit => unit.Item3 > 0));
        }

        return new TermPlaces(texts, texts.Select(text => text.Post).Distinct().Count(), texts.Sum(text => text.Count));

        bool Reaches(VaultHandle unit, VaultPerson? author) => decision.Scope switch
        {
            DecisionScope.Text => decision.Unit == unit,
            DecisionScope.Writer => author is not null && writers.GetValueOrDefault(author.Handle, author.Handle) == person,
            _ => true,
        };
    }
}
