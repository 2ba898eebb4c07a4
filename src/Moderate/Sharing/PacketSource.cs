using System.Globalization;
using Blog.Html;
using Blog.Import;
using Blog.Model;
using Blog.Vault;

namespace Blog.Moderate.Sharing;

/// <summary>A packet as an archive: what a packet's own store is filled from, by the way every archive goes in.</summary>
internal static class PacketSource
{
    /// <summary>Format of the source in such a store.</summary>
    public const string Format = "packet";

    /// <summary>Address of a writer in such a store: what makes two of their texts one writer's. The domain is reserved for what is nowhere (RFC 2606).</summary>
    private const string WriterAddress = "https://packet.invalid/";

    /// <summary>The entries, source first.</summary>
    /// <exception cref="ModerationException">The packet is not whole.</exception>
    public static IEnumerable<ImportedEntry> Entries(PacketContent packet)
    {
        yield return new ImportedSource { Format = Format, Key = packet.Packet };
        var ordinal = 0L;
        foreach (var thread in packet.Threads)
        {
            yield return new ImportedPost
            {
                SourceId = thread.Post.Id,
                Kind = thread.Kind == "page" ? EntryKind.Page : EntryKind.Post,
                Visibility = Visibility.Public,
                Title = thread.Title,
                Body = Body(thread.Post.Text),
                Permalink = thread.Permalink,
                Published = thread.Day is { } day ? new ImportedTime(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), DatePrecision.Day) : null,
                Author = Author(thread.Post),
                Labels = thread.Labels,
                Series = thread.Series is { } series ? new SeriesPlace(series, thread.SeriesNumber ?? 0) : null,
                Ordinal = ordinal++,
            };
            foreach (var comment in thread.Comments)
            {
                yield return new ImportedComment
                {
                    SourceId = comment.Id,
                    PostSourceId = thread.Post.Id,
                    ParentSourceId = comment.Parent,
                    Number = comment.Number is { } number ? CommentNumber.TryParse(number, out var read) ? read : throw NotWhole() : null,
                    Visibility = Visibility.Public,
                    State = CommentStateTable.TryParse(comment.State, out var state) ? state : throw NotWhole(),
                    Author = Author(comment),
                    Body = Body(comment.Text),
                    Ordinal = ordinal++,
                };
            }
        }
    }

    /// <summary>The number of a writer of such a store; null for one of no packet.</summary>
    public static int? WriterOf(VaultPerson person) =>
        person.ProfileUrl is { } address && address.StartsWith(WriterAddress, StringComparison.Ordinal) && int.TryParse(address.AsSpan(WriterAddress.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The error of a packet that could be opened and is not what a packet is.</summary>
    public static ModerationException NotWhole() => new("What is in this file is not a packet as this program writes them. Ask for it again, and use the same version of the program on both sides. Nothing was changed.");

    private static ImportedAuthor? Author(PacketText text) => text.Writer is { } number
        ? new ImportedAuthor
        {
            Name = text.WriterName ?? string.Create(CultureInfo.InvariantCulture, $"Writer {number}"),
            ProfileUrl = string.Create(CultureInfo.InvariantCulture, $"{WriterAddress}{number}"),
        }
        : null;

    private static ImportedBody Body(string markdown) => new(new RawHtml(string.Empty), markdown, []);
}
