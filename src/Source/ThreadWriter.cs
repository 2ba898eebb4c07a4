using System.Buffers;
using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Writes a thread in the canonical form of docs/thread-format.md.</summary>
public static class ThreadWriter
{
    /// <summary>The file's bytes: UTF-8 without BOM, LF.</summary>
    /// <remarks>Bodies and values are brought into their canonical form (<see cref="SourceText"/>) on the way, so that nothing can break out of its line.</remarks>
    /// <exception cref="ArgumentException">A removed comment has a text or a reason that is not one of the three sentences, an id repeats, or a parent does not come before its reply, depth first.</exception>
    public static byte[] Write(PublishedThread thread)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(thread, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>As <see cref="Write(PublishedThread)"/>, into a buffer.</summary>
    public static void Write(PublishedThread thread, IBufferWriter<byte> output)
    {
        if (thread.Post.Value is null)
        {
            throw new ArgumentException("The thread names no post.", nameof(thread));
        }

        Put(output, "thread: ");
        Put(output, thread.Post.Value);
        Put(output, "\nformat: " + ThreadSyntax.Format + "\n\n");

        var ids = new HashSet<string>(thread.Comments.Count, StringComparer.Ordinal);
        var ancestors = new Stack<string>();
        foreach (var comment in thread.Comments)
        {
            CheckPlace(comment, ids, ancestors);
            WriteComment(comment, output);
        }
    }

    private static void CheckPlace(PublishedComment comment, HashSet<string> ids, Stack<string> ancestors)
    {
        var fields = comment.Fields;
        if (fields.Id.Value is null || !ids.Add(fields.Id.Value))
        {
            throw new ArgumentException($"The comment id {fields.Id.Value ?? "(none)"} is missing or stands twice in the thread.", nameof(comment));
        }

        if (fields.Also is { } also && !also.All.All(id => ids.Add(id.Value)))
        {
            throw new ArgumentException($"Comment {fields.Id} was the same as a comment that stands in the thread, or that another one names.", nameof(comment));
        }

        while (ancestors.Count > 0 && fields.Parent?.Value != ancestors.Peek())
        {
            ancestors.Pop();
        }

        if (ancestors.Count == 0 && fields.Parent is not null)
        {
            throw new ArgumentException($"Comment {fields.Id} does not follow its parent {fields.Parent}, depth first.", nameof(comment));
        }

        ancestors.Push(fields.Id.Value);
    }

    private static void WriteComment(PublishedComment comment, IBufferWriter<byte> output)
    {
        var fields = comment.Fields;
        var body = SourceText.CanonicalBody(comment.Body);
        if (fields.State != CommentState.Published && body.Length > 0)
        {
            throw new ArgumentException($"Comment {fields.Id} is removed, so its text must not be written.", nameof(comment));
        }

        if (fields.Reason is not null && (fields.State == CommentState.Published || !ThreadSyntax.Reasons.Contains(fields.Reason, StringComparer.Ordinal)))
        {
            throw new ArgumentException($"Comment {fields.Id} gives a reason that readers must not be given.", nameof(comment));
        }

        Put(output, ThreadSyntax.Separator + "\n");
        PutKey(output, "id: ", fields.Id.Value);
        PutKey(output, "number: ", fields.Number?.ToString());
        PutKey(output, "parent: ", fields.Parent?.Value);
        PutKey(output, "author: ", SourceText.CanonicalValue(fields.Author));
        PutKey(output, "date: ", fields.Date?.ToString());
        PutKey(output, "state: ", CommentStateTable.ToWord(fields.State));
        PutKey(output, "reason: ", fields.Reason);
        PutKey(output, "inferred: ", fields.Inferred?.ToString());
        PutKey(output, "unresolved: ", SourceText.CanonicalValue(fields.Unresolved));
        PutKey(output, "also: ", fields.Also?.ToString());
        Put(output, "\n");
        if (body.Length > 0)
        {
            Put(output, ThreadSyntax.Escape(body));
            Put(output, "\n");
        }

        Put(output, "\n");
    }

    private static void PutKey(IBufferWriter<byte> output, string key, string? value)
    {
        if (value is not null)
        {
            Put(output, key);
            Put(output, value);
            Put(output, "\n");
        }
    }

    private static void Put(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
