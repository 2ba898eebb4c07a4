using Blog.Source;

namespace Blog.Content;

/// <summary>What was read of one post or page, and how its files lay then.</summary>
/// <param name="Post">Its file.</param>
/// <param name="Thread">Its thread's file; null without one.</param>
/// <param name="Head">The front matter as it stands in the file: taken apart anew each time, since it is short.</param>
/// <param name="Excerpt">As <see cref="PostEntry.Excerpt"/>.</param>
/// <param name="Words">As <see cref="PostEntry.Words"/>.</param>
/// <param name="Published">As <see cref="ThreadSummary.Published"/>.</param>
/// <param name="Removed">As <see cref="ThreadSummary.Removed"/>.</param>
/// <param name="TopLevel">As <see cref="ThreadSummary.TopLevel"/>.</param>
/// <param name="Parts">As <see cref="ThreadSummary.Parts"/>.</param>
/// <param name="Latest">As <see cref="ThreadSummary.Latest"/>.</param>
/// <param name="Dates">As <see cref="ThreadSummary.Dates"/>, by date.</param>
/// <param name="Fingerprint">As <see cref="PostEntry.Fingerprint"/>.</param>
/// <param name="Terms">As <see cref="PostEntry.Terms"/>.</param>
internal sealed record KnownEntry(
    SourceLook Post,
    SourceLook? Thread,
    byte[] Head,
    string Excerpt,
    int Words,
    int Published,
    int Removed,
    int TopLevel,
    int Parts,
    string? Latest,
    IReadOnlyList<KeyValuePair<string, int>> Dates,
    string? Fingerprint,
    IReadOnlyList<TermUse> Terms);
