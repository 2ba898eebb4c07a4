using Blog.Redact;
using Blog.Text;

namespace Blog.Moderate;

/// <summary>A Markdown text prepared once for everything that searches it.</summary>
internal sealed class UnitText
{
    private FoldedText? _folded;

    public UnitText(string markdown)
    {
        Markdown = markdown;
        View = ProseView.Of(markdown);
    }

    /// <summary>The source.</summary>
    public string Markdown { get; }

    /// <summary>Its prose.</summary>
    public ProseView View { get; }

    /// <summary>The prose, folded.</summary>
    public FoldedText Folded => _folded ??= FoldedText.Of(View.Text);
}
