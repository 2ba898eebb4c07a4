using System.Globalization;

namespace Blog.Html;

/// <summary>A list that is open while Markdown is written.</summary>
internal sealed class MarkdownList
{
    private const int LargestNumber = 999_999_999; // CommonMark 5.2: nine digits

    private readonly bool _isOrdered;
    private readonly bool _isAlternate;
    private int _next;
    private bool _isCounted;

    /// <summary>A list at a depth of containers.</summary>
    /// <param name="depth">Number of containers around it.</param>
    /// <param name="isOrdered">Whether its items are numbered.</param>
    /// <param name="start">Number of the first item.</param>
    /// <param name="isAlternate">Whether it takes the other marker of its kind (<c>*</c>, <c>1)</c>), so that it does not join the list before it.</param>
    public MarkdownList(int depth, bool isOrdered, int start, bool isAlternate)
    {
        Depth = depth;
        _isOrdered = isOrdered;
        _isAlternate = isAlternate;
        _next = Math.Clamp(start, 0, LargestNumber);
    }

    /// <summary>Number of containers around it.</summary>
    public int Depth { get; }

    /// <summary>The last item, open or closed; null before the first.</summary>
    public MarkdownContainer? Item { get; private set; }

    /// <summary>Whether its item is open.</summary>
    public bool IsItemOpen { get; set; }

    /// <summary>Whether anything of it was written.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether it stands directly in a list, between two items, so that the item before was opened again for it.</summary>
    public bool ReopenedItem { get; set; }

    /// <summary>Kind and marker, for telling it from the next list.</summary>
    public (int Depth, bool IsOrdered, bool IsAlternate) Marker => (Depth, _isOrdered, _isAlternate);

    /// <summary>Its next item.</summary>
    public MarkdownContainer NextItem()
    {
        EndItem();
        var marker = _isOrdered
            ? _next.ToString(CultureInfo.InvariantCulture) + (_isAlternate ? ") " : ". ")
            : _isAlternate ? "* " : "- ";
        _isCounted = false;
        Item = new MarkdownContainer(marker, new string(' ', marker.Length), isItem: true)
        {
            HasEarlierItem = IsStarted,
            MayFollowText = !_isOrdered || _next == 1,
        };
        return Item;
    }

    /// <summary>Notes that its last item is done; empty items are not counted, since they are not written.</summary>
    public void EndItem()
    {
        if (Item is { IsStarted: true } && !_isCounted)
        {
            _isCounted = true;
            IsStarted = true;
            _next = Math.Min(_next + 1, LargestNumber);
        }
    }
}
