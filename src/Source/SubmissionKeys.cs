using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blog.Model;

namespace Blog.Source;

/// <summary>
/// The file <c>input/submission-keys.json</c>: the public keys of the editors and the recovery key, to which the page for submissions encrypts. It names nobody: readers
/// need not know who edits.
/// </summary>
/// <param name="Keys">The keys, in the order of the file; each once.</param>
public sealed record SubmissionKeys(IReadOnlyList<PublishedKey> Keys)
{
    /// <summary>Its path within <c>input/</c>.</summary>
    public const string FileName = "submission-keys.json";

    /// <summary>Most keys: as many recipients as a message may have.</summary>
    public const int MaxKeys = 16;

    internal const int MaxBytes = 64 * 1024;

    private const int CoordinateLength = 32;

    /// <summary>Those to which something may be encrypted on a day.</summary>
    public IReadOnlyList<PublishedKey> Holding(DateOnly day) => [.. Keys.Where(key => key.NotAfter >= day)];

    /// <summary>Whether something may be sent on a day: some editor's key has not ended. With the recovery key alone nobody would read it.</summary>
    public bool AreOpen(DateOnly day) => Holding(day).Any(key => !key.IsRecovery);

    /// <summary>What the editor should do about them, a sentence each: keys that end within 30 days or have ended.</summary>
    public IReadOnlyList<string> Warnings(DateOnly day)
    {
        var words = new List<string>();
        foreach (var key in Keys.Where(key => day.AddDays(PublishedKey.WarningDays) >= key.NotAfter))
        {
            var end = DayText.Of(key.NotAfter);
            var what = key.IsRecovery ? "Make the next one (\"keys new NAME --recovery --out FILE\") and publish it (\"keys publish --recovery FILE\")." : "Make the next one (\"keys rotate\") and publish it (\"keys publish\").";
            words.Add(key.NotAfter < day
                ? $"{FileName}: the key {key.Id[..8]} ended on {end}, so nothing is encrypted to it any more. {what}"
                : $"{FileName}: the key {key.Id[..8]} ends on {end}. {what}");
        }

        if (!AreOpen(day))
        {
            words.Add($"{FileName}: no editor's key holds, so the page for submissions takes nothing and says so. Run \"keys rotate\" and \"keys publish\".");
        }

        return words;
    }

    /// <summary>Reads the file.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="path">Its path within <c>input/</c>, for messages.</param>
    /// <exception cref="SourceException">It is not as <see cref="ToBytes"/> writes it: another form, days that are none, a key off the curve or with another thumbprint, one that stands twice.</exception>
    public static SubmissionKeys Read(ReadOnlyMemory<byte> utf8, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            var root = document.RootElement;
            var list = root.GetProperty("keys");
            if (root.GetProperty("format").GetInt32() == 1 && root.GetPropertyCount() == 2 && list.GetArrayLength() is > 0 and <= MaxKeys)
            {
                var keys = list.EnumerateArray().Select(Key).ToList();
                if (keys.DistinctBy(key => key.Id, StringComparer.Ordinal).Count() == keys.Count)
                {
                    return new SubmissionKeys(keys);
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or CryptographicException)
        {
            // told below: whatever it is, nothing may be encrypted to it
        }

        throw new SourceException(path, 0, "The keys are not as \"keys publish\" writes them, so nothing could be encrypted to them. Write them anew with that verb, or bring the file back.");
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteStartArray("keys");
            foreach (var key in Keys)
            {
                json.WriteStartObject();
                json.WriteString("use", key.IsRecovery ? "recovery" : "editor");
                json.WriteString("created", DayText.Of(key.Created));
                json.WriteString("notAfter", DayText.Of(key.NotAfter));
                json.WriteString("kty", "EC");
                json.WriteString("crv", "P-256");
                json.WriteString("x", key.X);
                json.WriteString("y", key.Y);
                json.WriteString("kid", key.Id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static PublishedKey Key(JsonElement json)
    {
        var (x, y, id) = (Text(json, "x"), Text(json, "y"), Text(json, "kid"));
        var use = Text(json, "use");
        var key = new PublishedKey(use == "recovery", ReadDay(json, "created"), ReadDay(json, "notAfter"), x, y, id);
        if (json.GetPropertyCount() != 8 || use is not ("recovery" or "editor") || Text(json, "kty") != "EC" || Text(json, "crv") != "P-256" || key.NotAfter < key.Created || id != Thumbprint(x, y))
        {
            throw new FormatException();
        }

        // The system's library refuses a point off the curve; what it lets pass, the browsers' and ours (Jose/P256) refuse.
        using var checkedPoint = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Coordinate(x), Y = Coordinate(y) } });
        return key;
    }

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString() ?? throw new FormatException();

    private static DateOnly ReadDay(JsonElement json, string member) => DayText.Read(Text(json, member));

    private static byte[] Coordinate(string text)
    {
        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length == CoordinateLength && Base64Url.EncodeToString(bytes) == text ? bytes : throw new FormatException();
    }

    private static string Thumbprint(string x, string y) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
}
