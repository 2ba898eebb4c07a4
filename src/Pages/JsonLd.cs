namespace Blog.Pages;

/// <summary>
/// A JSON-LD document that may stand inside <c>&lt;script type="application/ld+json"&gt;</c>: made only by the writers of this folder,
/// with <c>&lt; &gt; &amp;</c> and the two line separators escaped, so that no text in it can end the element.
/// </summary>
public sealed class JsonLd
{
    internal JsonLd(string json) => Json = json;

    /// <summary>The document.</summary>
    public string Json { get; }

    /// <summary>Length only, so that nobody concatenates it into a page by accident.</summary>
    public override string ToString() => $"JsonLd({Json.Length})";
}
