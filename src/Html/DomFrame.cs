using AngleSharp.Dom;

namespace Blog.Html;

/// <summary>An element whose content is being read.</summary>
internal sealed class DomFrame(INodeList children)
{
    /// <summary>Its content.</summary>
    public INodeList Children { get; } = children;

    /// <summary>Index of the next node to read.</summary>
    public int Next { get; set; }

    /// <summary>What it is.</summary>
    public MarkupRole Role { get; init; }

    /// <summary>The style around it.</summary>
    public InlineStyle OuterStyle { get; init; }

    /// <summary>The heading around it.</summary>
    public int OuterHeading { get; set; }

    /// <summary>Whether an item or link was opened for it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Its link, where it is one.</summary>
    public OpenLink Link { get; set; }

    /// <summary>Cells read so far, where it is a simple table.</summary>
    public List<List<string>>? Rows { get; set; }
}
