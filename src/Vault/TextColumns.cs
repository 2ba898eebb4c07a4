using Blog.Import;

namespace Blog.Vault;

/// <summary>Binds what the text tables of posts and comments have in common.</summary>
internal static class TextColumns
{
    /// <summary>Three columns: ticks in UTC, offset in minutes, precision; all NULL where the time is lost.</summary>
    public static void BindTime(Statement statement, int first, ImportedTime? time) => statement
        .Bind(first, time?.Value.UtcTicks)
        .Bind(first + 1, (long?)time?.Value.TotalOffsetMinutes)
        .Bind(first + 2, time is null ? null : VaultWords.Of(time.Precision));

    /// <summary>Three columns: the original, its Markdown, and what was changed on the way, a line <c>count reason</c> each.</summary>
    public static void BindBody(Statement statement, int first, ImportedBody body) => statement
        .Bind(first, body.Original.Markup)
        .Bind(first + 1, body.Markdown)
        .Bind(first + 2, body.Changes.Count == 0 ? string.Empty : string.Join('\n', body.Changes.Select(change =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{change.Count} {change.Reason}"))));

    /// <summary>Three columns: what the old page did not show of a writer.</summary>
    public static void BindHiddenAuthor(Statement statement, int first, ImportedAuthor? author) => statement
        .Bind(first, author?.Key)
        .Bind(first + 1, author?.Email)
        .Bind(first + 2, author?.AvatarUrl);

    /// <summary>Fixed phrases, a line each; none of them holds a line end.</summary>
    public static string Lines(IReadOnlyList<string> phrases) => phrases.Count == 0 ? string.Empty : string.Join('\n', phrases);
}
