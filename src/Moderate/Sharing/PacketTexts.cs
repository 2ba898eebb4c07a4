using Blog.Vault;

namespace Blog.Moderate.Sharing;

/// <summary>The texts of a packet, to be asked what stands in them.</summary>
internal sealed class PacketTexts
{
    private readonly HashSet<VaultHandle> _units = [];
    private readonly List<UnitText> _texts = [];
    private readonly List<string> _plain = [];

    public void Add(VaultPost post, IReadOnlyList<VaultComment> comments)
    {
        _units.Add(post.Handle);
        _units.UnionWith(comments.Select(comment => comment.Handle));
        _texts.Add(new UnitText(post.Markdown));
        _texts.AddRange(comments.Select(comment => new UnitText(comment.Markdown)));
        _plain.AddRange(new[] { post.Title, post.Permalink, post.Series?.Name }.OfType<string>().Concat(post.Labels));
    }

    /// <summary>Whether a post or comment is in the packet.</summary>
    public bool Has(VaultHandle unit) => _units.Contains(unit);

    /// <summary>Whether words stand in one of the texts, in this very form but for case and accents.</summary>
    public bool Stands(string words)
    {
        var group = new TermGroup([new VaultDecision { Handle = default, Made = default, Actor = string.Empty, Action = DecisionAction.Keep, Scope = DecisionScope.Text, Term = words }]);
        return _texts.Exists(text => group.Find(text).Any()) || _plain.Exists(text => group.FindPlain(text).Any());
    }

    /// <summary>The forms of a decision's term that stand in the texts, as they stand, each once.</summary>
    public IReadOnlyList<string> Forms(VaultDecision decision)
    {
        var group = new TermGroup([decision with { Scope = DecisionScope.Text }]);
        return [.. _texts.SelectMany(text => group.Find(text).Select(hit => hit.Range.Of(text.Markdown)))
            .Concat(_plain.SelectMany(text => group.FindPlain(text).Select(hit => hit.Range.Of(text))))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
