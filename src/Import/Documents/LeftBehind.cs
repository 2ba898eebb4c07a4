namespace Blog.Import.Documents;

/// <summary>A fact about a document that was not taken into its text. As private as the sender: to be shown to the editor and not kept.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Where">Where it stood, by the names of the format, e.g. <c>docProps/core.xml creator</c>; within a mail's attachment with its number before it.</param>
/// <param name="Value">What it says, at most 2,000 UTF-16 units.</param>
public sealed record LeftBehind(LeftBehindKind Kind, string Where, string Value)
{
    /// <summary>Kind and place only.</summary>
    public override string ToString() => $"{nameof(LeftBehind)}({Kind}, {Where})";
}
