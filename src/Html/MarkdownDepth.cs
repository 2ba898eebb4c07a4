namespace Blog.Html;

/// <summary>The limit of our own recursion over a Markdown tree; texts that pass it are shown as plain text.</summary>
internal static class MarkdownDepth
{
    /// <summary>Blocks (at most <see cref="MarkdownPipelines.MaxDepth"/>) and inlines together.</summary>
    private const int Max = 200;

    /// <summary>Call at every level.</summary>
    /// <exception cref="TooDeepException">The tree is deeper than the limit.</exception>
    public static void Check(int depth)
    {
        if (depth > Max)
        {
            throw new TooDeepException();
        }
    }

    /// <summary>Stops the writing of a tree; never leaves the renderer.</summary>
    internal sealed class TooDeepException : Exception;
}
