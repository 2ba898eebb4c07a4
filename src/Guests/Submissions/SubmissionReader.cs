using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Blog.Jose;
using Blog.Model;
using Blog.Vault;

namespace Blog.Guests.Submissions;

/// <summary>
/// Reads what the page wrote into a message: JSON, format 1 (docs/submissions.md). Strict, since anybody can encrypt anything to the public keys: an unknown member, a member
/// twice, another type, a length beyond the limits, a picture that is none make the whole no submission. It is kept all the same, as a message of another form.
/// </summary>
public static class SubmissionReader
{
    /// <summary>Most UTF-16 units of a text.</summary>
    public const int MaxText = 1_000_000;

    /// <summary>Most UTF-16 units of a title or a name.</summary>
    public const int MaxLine = 300;

    /// <summary>Most pictures.</summary>
    public const int MaxImages = 12;

    private const int KeyLength = 32;
    private const int NameLength = 16;

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal) { "format", "kind", "text", "title", "name", "post", "replyTo", "images", "code", "answer", "terms" };

    /// <summary>Reads a content.</summary>
    /// <param name="utf8">What was in the message, without its padding.</param>
    /// <param name="submission">The submission.</param>
    /// <returns>False where it is not in the form of the page.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out Submission? submission)
    {
        submission = null;
        if (!StrictJson.TryRead(utf8, out var document))
        {
            return false;
        }

        using (document)
        {
            var root = document.RootElement;
            return root.EnumerateObject().All(member => Members.Contains(member.Name))
                && root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var number) && number == 1
                && TryParts(root, out submission);
        }
    }

    /// <summary>A submission of which nothing is left but its code.</summary>
    internal static byte[] Emptied(ReplyCode code)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("kind", "post");
            json.WriteString("text", "(destroyed)");
            json.WriteStartObject("code");
            json.WriteString("key", System.Buffers.Text.Base64Url.EncodeToString(code.Key.Span));
            json.WriteString("name", System.Buffers.Text.Base64Url.EncodeToString(code.Name.Span));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static bool TryParts(JsonElement root, [NotNullWhen(true)] out Submission? submission)
    {
        submission = null;
        if (!StrictJson.TryText(root, "kind", out var word) || KindOf(word) is not { } kind
            || !StrictJson.TryText(root, "text", out var text) || text.Length > MaxText || text.Contains('\0', StringComparison.Ordinal)
            || !TryLine(root, "title", out var title) || !TryLine(root, "name", out var name)
            || !TryPlace(root, kind, out var post, out var replyTo)
            || !TryImages(root, out var images)
            || !TryCode(root, out var code)
            || !TryAnswer(root, kind, out var answer)
            || !TryTerms(root, answer, out var terms)
            || (string.IsNullOrWhiteSpace(text) && kind != SubmissionKind.Answer)
            || (kind == SubmissionKind.Answer && code is null))
        {
            return false;
        }

        submission = new Submission
        {
            Kind = kind,
            Text = text.ReplaceLineEndings("\n"),
            Title = title,
            Name = name,
            Post = post,
            ReplyTo = replyTo,
            Images = images,
            Code = code,
            Answer = answer,
            Terms = terms,
        };
        return true;
    }

    private static SubmissionKind? KindOf(string word) => word switch
    {
        "post" => SubmissionKind.Post,
        "comment" => SubmissionKind.Comment,
        "remove" => SubmissionKind.Remove,
        "answer" => SubmissionKind.Answer,
        _ => null,
    };

    /// <summary>A text of one line; null where there is none.</summary>
    private static bool TryLine(JsonElement root, string member, out string? line)
    {
        line = null;
        return !root.TryGetProperty(member, out var element)
            || (StrictJson.TryText(element, out line) && line.Length is > 0 and <= MaxLine && !line.Any(char.IsControl));
    }

    private static bool TryPlace(JsonElement root, SubmissionKind kind, out PostId? post, out CommentId? replyTo)
    {
        (post, replyTo) = (null, null);
        var hasPost = root.TryGetProperty("post", out var postElement);
        var hasReply = root.TryGetProperty("replyTo", out var replyElement);
        if (kind != SubmissionKind.Comment)
        {
            return !hasPost && !hasReply;
        }

        if (!hasPost || !StrictJson.TryText(postElement, out var postText) || !PostId.TryParse(postText, out var postId))
        {
            return false;
        }

        post = postId;
        if (!hasReply)
        {
            return true;
        }

        if (!StrictJson.TryText(replyElement, out var replyText) || !CommentId.TryParse(replyText, out var replyId))
        {
            return false;
        }

        replyTo = replyId;
        return true;
    }

    private static bool TryImages(JsonElement root, out IReadOnlyList<SubmissionImage> images)
    {
        images = [];
        if (!root.TryGetProperty("images", out var list))
        {
            return true;
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MaxImages)
        {
            return false;
        }

        var read = new List<SubmissionImage>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || item.GetPropertyCount() != 2
                || !StrictJson.TryText(item, "type", out var type) || !StrictJson.TryText(item, "data", out var data)
                || !StrictBase64Url.TryDecode(data, out var bytes) || !IsOf(type, bytes))
            {
                return false;
            }

            read.Add(new SubmissionImage(type, bytes));
        }

        images = read;
        return true;
    }

    /// <summary>Whether bytes begin as their type says (JPEG: SOI and a marker; PNG: its signature).</summary>
    private static bool IsOf(string type, ReadOnlySpan<byte> bytes) => type switch
    {
        "image/jpeg" => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "image/png" => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        _ => false,
    };

    private static bool TryCode(JsonElement root, out ReplyCode? code)
    {
        code = null;
        if (!root.TryGetProperty("code", out var element))
        {
            return true;
        }

        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() != 2
            || !StrictJson.TryBytes(element, "key", KeyLength, out var key) || !StrictJson.TryBytes(element, "name", NameLength, out var name))
        {
            return false;
        }

        code = new ReplyCode(key, name);
        return true;
    }

    private static bool TryAnswer(JsonElement root, SubmissionKind kind, out WriterAnswer? answer)
    {
        answer = null;
        if (kind != SubmissionKind.Answer)
        {
            return !root.TryGetProperty("answer", out _);
        }

        answer = StrictJson.TryText(root, "answer", out var word) ? word switch
        {
            "yes" => WriterAnswer.Yes,
            "change" => WriterAnswer.Change,
            "withdraw" => WriterAnswer.Withdraw,
            _ => null,
        } : null;
        return answer is not null;
    }

    /// <summary>What goes with a yes, every choice said; the last day alone may be left out.</summary>
    private static bool TryTerms(JsonElement root, WriterAnswer? answer, out ConsentTerms? terms)
    {
        terms = null;
        if (!root.TryGetProperty("terms", out var element))
        {
            return true;
        }

        var until = (DateOnly?)null;
        var hasUntil = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("until", out _);
        if (answer != WriterAnswer.Yes || element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() != (hasUntil ? 4 : 3)
            || Choice(element, "scope", "extracts", "whole") is not { } extracts
            || Choice(element, "comments", "open", "closed") is not { } open
            || Choice(element, "original", "keep", "destroy") is not { } keep)
        {
            return false;
        }

        if (hasUntil)
        {
            if (!StrictJson.TryText(element, "until", out var day) || !DayText.TryRead(day, out var last))
            {
                return false;
            }

            until = last;
        }

        terms = new ConsentTerms(extracts ? ConsentScope.Extracts : ConsentScope.Whole, until, open, keep);
        return true;
    }

    /// <summary>Which of two words a member is; null for neither.</summary>
    private static bool? Choice(JsonElement element, string member, string yes, string no) =>
        StrictJson.TryText(element, member, out var word) ? (word == yes ? true : word == no ? false : null) : null;
}
