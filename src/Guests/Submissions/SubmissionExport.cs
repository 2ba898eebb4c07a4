using System.Text;
using System.Text.Json;
using Blog.Jose;
using Blog.Model;

namespace Blog.Guests.Submissions;

/// <summary>
/// Reads messages out of Netlify's export of a form (CSV or JSON), a file as the page saves it, or a folder of such files. Of an export the field <c>blob</c> and the day are
/// read; IP addresses, browsers and times of senders are left behind.
/// </summary>
/// <remarks>Entries are read one by one: memory follows the longest, not the file.</remarks>
public sealed class SubmissionExport
{
    private const string Field = "blob";
    private const string Time = "created_at";

    private readonly string _path;
    private readonly Dictionary<SkippedReason, int> _skipped = [];

    /// <summary>Points at an export.</summary>
    /// <param name="path">A file or a folder.</param>
    public SubmissionExport(string path) => _path = path;

    /// <summary>Entries met so far, kept or not.</summary>
    public int Count { get; private set; }

    /// <summary>Entries left out so far, by reason.</summary>
    public IReadOnlyDictionary<SkippedReason, int> Skipped => _skipped;

    /// <summary>The messages, in the order of the file; in a folder by file name.</summary>
    /// <exception cref="InboxException">There is nothing, or a file cannot be read as an export.</exception>
    public IEnumerable<ExportedBlob> Read()
    {
        if (Directory.Exists(_path))
        {
            return Directory.EnumerateFiles(_path).Where(file => Path.GetFileName(file)[0] != '.').Order(StringComparer.Ordinal).SelectMany(ReadFile);
        }

        return File.Exists(_path) ? ReadFile(_path) : throw new InboxException($"There is no file or folder {Path.GetFullPath(_path)}. Nothing was changed.");
    }

    private IEnumerable<ExportedBlob> ReadFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
        var first = FirstSign(stream);
        var entries = first switch
        {
            (byte)'[' => ReadJson(stream, path),
            (byte)'{' => [(ReadWhole(stream), null)],
            _ => ReadCsv(stream, path),
        };
        foreach (var (text, day) in entries)
        {
            if (Taken(text, day) is { } blob)
            {
                yield return blob;
            }
        }
    }

    private ExportedBlob? Taken(byte[]? blob, DateOnly? day)
    {
        Count++;
        SkippedReason? reason = blob switch
        {
            null => SkippedReason.TooLong,
            _ when blob.AsSpan().Trim(" \t\r\n"u8).IsEmpty => SkippedReason.Empty,
            _ when !IsMessage(blob) => SkippedReason.NoMessage,
            _ => null,
        };
        if (reason is { } why)
        {
            _skipped[why] = _skipped.GetValueOrDefault(why) + 1;
            return null;
        }

        return new ExportedBlob(blob, day);
    }

    /// <summary>Whether it has the outer form of a message. Whether it opens is for the keys to say.</summary>
    private static bool IsMessage(byte[] blob)
    {
        if (!StrictJson.TryRead(blob, out var document))
        {
            return false;
        }

        using (document)
        {
            return document.RootElement.TryGetProperty("ciphertext", out _) && document.RootElement.TryGetProperty("recipients", out _);
        }
    }

    private static int FirstSign(FileStream stream)
    {
        int sign;
        do
        {
            sign = stream.ReadByte();
        }
        while (sign is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF); // a byte order mark, too
        stream.Position = Math.Max(0, stream.Position - 1);
        return sign;
    }

    /// <summary>The rest of a file; null where it is too long.</summary>
    private static byte[]? ReadWhole(FileStream stream)
    {
        if (stream.Length - stream.Position > EncryptedMessage.MaxLength)
        {
            return null;
        }

        var bytes = new byte[stream.Length - stream.Position];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>An array of entries: <c>{"data": {"blob": ...}, "created_at": ...}</c> as Netlify's interface gives them, or the field at the top.</summary>
    private static IEnumerable<(byte[]? Blob, DateOnly? Day)> ReadJson(FileStream stream, string path)
    {
        using var entries = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream).ToBlockingEnumerable().GetEnumerator();
        while (MoveNext(entries, path))
        {
            var entry = entries.Current;
            if (entry.ValueKind != JsonValueKind.Object)
            {
                yield return ([], null);
                continue;
            }

            var holder = entry.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : entry;
            yield return (Bytes(StrictJson.TryText(holder, Field, out var blob) ? blob : string.Empty), DayOf(StrictJson.TryText(entry, Time, out var time) ? time : null));
        }
    }

    private static bool MoveNext(IEnumerator<JsonElement> entries, string path)
    {
        try
        {
            return entries.MoveNext();
        }
        catch (JsonException e)
        {
            throw new InboxException($"{Path.GetFileName(path)} is not whole JSON: it was cut off or changed. Export it again. Nothing was changed.", e);
        }
    }

    /// <summary>A table (RFC 4180) whose first row names the columns.</summary>
    private static IEnumerable<(byte[]? Blob, DateOnly? Day)> ReadCsv(FileStream stream, string path)
    {
        using var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false));
        using var rows = CsvRows.Read(text, EncryptedMessage.MaxLength).GetEnumerator();
        if (!rows.MoveNext() || Column(rows.Current, Field) is not { } blob)
        {
            throw new InboxException($"{Path.GetFileName(path)} is no export of the form: it is neither JSON nor a table with a column \"{Field}\". Nothing was changed.");
        }

        var time = Column(rows.Current, Time);
        while (rows.MoveNext())
        {
            var row = rows.Current;
            yield return (blob < row.Count ? Bytes(row[blob]) : [], time is { } at && at < row.Count ? DayOf(row[at]) : null);
        }
    }

    private static int? Column(IReadOnlyList<string?> head, string name)
    {
        for (var i = 0; i < head.Count; i++)
        {
            if (string.Equals(head[i]?.Trim(), name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }

    private static byte[]? Bytes(string? text) => text is null || text.Length > EncryptedMessage.MaxLength ? null : Encoding.UTF8.GetBytes(text);

    /// <summary>The day of an ISO time; the rest of it would tell when somebody sat at their desk.</summary>
    private static DateOnly? DayOf(string? time) =>
        time?.Length >= 10 && DayText.TryRead(time.AsSpan(0, 10), out var day) ? day : null;
}
