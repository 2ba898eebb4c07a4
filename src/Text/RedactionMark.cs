using System.Buffers;

namespace Blog.Text;

/// <summary>
/// A mark in a public text where something was taken out: <c>mark = "[redacted" [": " label] "]"</c>, <c>label = [A-Za-z][A-Za-z0-9 -]{0,39}</c>.
/// </summary>
/// <param name="Label">What stood there, in one of the words of <see cref="RedactionLabelTable"/>; null where the mark does not say.</param>
public sealed record RedactionMark(string? Label)
{
    /// <summary>The opening that every mark has.</summary>
    public const string Opening = "[redacted";

    private const int MaxLabel = 40;

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -");

    /// <summary>Its kind; <see cref="RedactionKind.Other"/> without a label and for an unknown one.</summary>
    public RedactionKind Kind => TryGetKind(out var kind) ? kind : RedactionKind.Other;

    /// <summary>What readers read, brackets included: the label for places, people, organisations, numbers and dates, <c>[redacted]</c> for all else.</summary>
    public string ReaderText => Label is null || Kind == RedactionKind.Other ? "[redacted]" : $"[{Label}]";

    /// <summary>The mark as it stands in a file.</summary>
    public string SourceText => Label is null ? "[redacted]" : $"[redacted: {Label}]";

    /// <summary>Its kind; false where it has a label that <see cref="RedactionLabelTable"/> does not list (an error at release, a finding in a build).</summary>
    public bool TryGetKind(out RedactionKind kind)
    {
        kind = RedactionKind.Other;
        return Label is null || RedactionLabelTable.TryGetKind(Label, out kind);
    }

    /// <summary>Reads a mark at the start of a text; marks are matched exactly, letter case included.</summary>
    /// <param name="text">Text that begins with the mark.</param>
    /// <param name="mark">The mark, or null.</param>
    /// <param name="length">Its length in UTF-16 units, or 0.</param>
    public static bool TryRead(ReadOnlySpan<char> text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RedactionMark? mark, out int length)
    {
        mark = null;
        length = 0;
        if (!text.StartsWith(Opening, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text[Opening.Length..];
        if (rest.StartsWith("]", StringComparison.Ordinal))
        {
            mark = new RedactionMark((string?)null);
            length = Opening.Length + 1;
            return true;
        }

        if (!rest.StartsWith(": ", StringComparison.Ordinal))
        {
            return false;
        }

        var label = rest[2..];
        var end = label.IndexOfAnyExcept(LabelCharacters);
        if (end is < 1 or > MaxLabel || label[end] != ']' || !char.IsAsciiLetter(label[0]))
        {
            return false;
        }

        mark = new RedactionMark(label[..end].ToString());
        length = Opening.Length + 2 + end + 1;
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => SourceText;
}
