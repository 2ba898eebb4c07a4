namespace Blog.Html;

/// <summary>A quote or list item that is open while Markdown is written.</summary>
internal sealed class MarkdownContainer
{
    public MarkdownContainer(string first, string rest, bool isItem)
    {
        First = first;
        Rest = rest;
        IsItem = isItem;
    }

    /// <summary>What stands before its first line.</summary>
    public string First { get; }

    /// <summary>What stands before its other lines.</summary>
    public string Rest { get; }

    /// <summary>Whether it is a list item.</summary>
    public bool IsItem { get; }

    /// <summary>Whether its list already has an item before it.</summary>
    public bool HasEarlierItem { get; init; }

    /// <summary>Whether a list that begins with it may follow a line of text without a blank line: bullets and the number 1.</summary>
    public bool MayFollowText { get; init; }

    /// <summary>Whether its first line is written.</summary>
    public bool IsStarted { get; set; }
}
