namespace Blog.Desk.Screens;

/// <summary>The keys, and the switch for them.</summary>
public sealed record KeysModel : ScreenModel
{
    /// <summary>The keys of the redaction screen, in the order in which they are learned.</summary>
    public static readonly IReadOnlyList<(string Key, string Does)> Keys =
    [
        ("j  k", "next and previous finding"),
        ("y", "redact it here"),
        ("n", "keep it here"),
        ("a", "redact all alike in this text"),
        ("t", "redact all alike in the thread"),
        ("A", "redact it everywhere: first the count and the places"),
        ("N", "keep it everywhere: first the count and the places"),
        ("e", "redact it with other words in its place"),
        ("g", "choose more general words that are still true"),
        ("1 - 9", "redact as: 1 person, 2 place, 3 office, 4 organisation, 5 role, 6 age, 7 length of service, 8 date, 9 event; 0 without a kind"),
        ("v", "choose words: arrows move by words, with Shift they extend; then y or a digit takes them out, Esc ends"),
        ("o", "this text was read and may go out"),
        ("u", "undo the last decision, and the one before, without limit"),
        ("]  [", "next and previous text"),
        ("w", "next thread that waits"),
        ("f", "how the text stands: what changed in it, and who decided"),
        ("i", "who could this be: what is told of the writer, and what a colleague could still guess"),
        ("/", "search the private store"),
        ("?", "these keys"),
    ];

    /// <inheritdoc/>
    public override string Title => "Keys";

    /// <inheritdoc/>
    public override string Section => "/keys";
}
