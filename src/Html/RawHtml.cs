namespace Blog.Html;

/// <summary>Markup as a source gave it: untrusted, not renderable, and never shown (its <see cref="ToString"/> gives only a length).</summary>
public sealed class RawHtml
{
    /// <summary>Wraps untrusted markup.</summary>
    public RawHtml(string markup) => Markup = markup;

    /// <summary>The markup, for parsers and the private store only.</summary>
    public string Markup { get; }

    /// <summary>Length only: a private text must not reach a message by accident.</summary>
    public override string ToString() => $"RawHtml({Markup.Length})";
}
