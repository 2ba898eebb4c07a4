using Blog.Redact;

namespace Blog.Moderate;

/// <summary>The words of a stretch of Markdown as readers would read them: what a term is made of.</summary>
public static class FindingWords
{
    /// <summary>Its prose, without blanks around it; what is no prose is a blank.</summary>
    public static string Of(string markdown) => ProseView.Of(markdown).Text.Replace(ProseView.Gap, ' ').Trim();
}
