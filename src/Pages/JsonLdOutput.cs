using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Blog.Pages;

/// <summary>Writes one JSON-LD document so that it may stand in a page.</summary>
internal static class JsonLdOutput
{
    /// <summary>How documents are written; deeper than any is, so that a hostile thread cannot reach the limit of Utf8JsonWriter (1,000).</summary>
    public static readonly JsonWriterOptions Options = new()
    {
        // Like the strict default it escapes < > & ' " and everything that is no visible character (U+2028 and U+2029 among them);
        // unlike it, it leaves the letters of all languages as they are.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 200,
    };

    // A buffer that has grown past this is not kept for the next document.
    private const int MaxKept = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>Runs <paramref name="write"/> on the document's one object.</summary>
    public static JsonLd Write<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        var buffer = _buffer ?? new ArrayBufferWriter<byte>(16 * 1024);
        _buffer = null; // nobody else may write into it meanwhile
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString(StructuredDataTerms.Context, "https://schema.org");
            write(json, state);
            json.WriteEndObject();
        }

        var document = new JsonLd(Encoding.UTF8.GetString(buffer.WrittenSpan));
        if (buffer.Capacity <= MaxKept)
        {
            buffer.ResetWrittenCount();
            _buffer = buffer;
        }

        return document;
    }

    /// <summary>An author: <c>{"@type":"Person","name":"…"}</c>.</summary>
    public static void WritePerson(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(StructuredDataTerms.Author);
        json.WriteString(StructuredDataTerms.Type, StructuredDataTerms.PersonKind);
        json.WriteString(StructuredDataTerms.Name, name);
        json.WriteEndObject();
    }
}
