namespace Blog.Html;

/// <summary>Counts removals and repairs by reason.</summary>
internal sealed class ChangeCounter
{
    // In the order of ChangeKind.
    private static readonly string[] Phrases =
    [
        "too large or too deeply nested, published as plain text",
        "script dropped",
        "script handler dropped",
        "style dropped",
        "frame dropped",
        "embedded object dropped",
        "form element dropped",
        "tracking pixel dropped",
        "embedded image data dropped",
        "embedded picture taken out of the text",
        "image without a public address dropped",
        "drawing or formula dropped",
        "page machinery dropped",
        "hidden text dropped",
        "unsafe link unwrapped",
        "link within the page unwrapped",
        "link around an image unwrapped",
        "lost link marked",
        "jump break dropped",
        "word processor markup dropped",
        "mojibake repaired",
        "invisible character dropped",
        "control character dropped",
        "foreign redaction mark escaped",
        "deep nesting flattened",
        "complex table flattened",
    ];

    private readonly int[] _counts = new int[Phrases.Length];
    private bool _isEmpty = true;

    /// <summary>Counts; 0 is nothing.</summary>
    public void Add(ChangeKind kind, int count = 1)
    {
        if (count > 0)
        {
            _counts[(int)kind] += count;
            _isEmpty = false;
        }
    }

    /// <summary>What was counted, each reason once, in their order; the counter starts again from nothing.</summary>
    public IReadOnlyList<TextChange> Take()
    {
        if (_isEmpty)
        {
            return [];
        }
        var changes = new List<TextChange>();
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] > 0)
            {
                changes.Add(new TextChange(Phrases[i], _counts[i]));
            }
        }
        Array.Clear(_counts);
        _isEmpty = true;
        return changes;
    }
}
