using Blog.Import;
using Blog.Model;
using Blog.Vault;

namespace Blog.Tests.Release;

/// <summary>Invented vault rows, made in one line each.</summary>
internal static class VaultSamples
{
    public static VaultComment Comment(
        long row, string text = "Words.", long? parent = null, string? time = null, string? number = null, VaultPerson? author = null,
        Visibility visibility = Visibility.Public, CommentState state = CommentState.Published, long? ordinal = null, string? id = null, string? lostParent = null) => new()
        {
            Row = row,
            PostRow = 1,
            ParentRow = parent,
            ParentLost = lostParent is not null,
            ParentSourceId = lostParent,
            SourceId = id ?? row.ToString(),
            Id = CommentId.Parse(id ?? $"v{row}"),
            Number = number is null ? null : CommentNumber.TryParse(number, out var value) ? value : throw new FormatException(number),
            Visibility = visibility,
            State = state,
            Author = author,
            Published = time is null ? null : Time(time),
            Markdown = text,
            Ordinal = ordinal ?? row,
        };

    public static VaultPerson Person(long row, string? name, string? identity = "") => new() { Row = row, Name = name, Identity = identity is { Length: 0 } ? $"name:{name}" : identity };

    /// <summary><c>2015-12-15 10:04</c> in UTC, or a day.</summary>
    public static ImportedTime Time(string text) => text.Length == 10
        ? new ImportedTime(DateTimeOffset.Parse(text + "T00:00+00:00"), DatePrecision.Day)
        : new ImportedTime(DateTimeOffset.Parse(text.Length == 16 ? text + "Z" : text), DatePrecision.Minute);
}
