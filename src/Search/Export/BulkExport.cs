using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Blog.Search.Units;

namespace Blog.Search.Export;

/// <summary>Writes the posts and comments of a built site as bulk requests of OpenSearch and Elasticsearch, with the mapping they are made for.</summary>
/// <remarks>
/// The form is that of their bulk interfaces: newline-delimited JSON, a line that says <c>index</c> with an id and a line with the document, the last line ended
/// too. A file stays under <see cref="MostBytes"/>, far below the 100 MB that a server takes at most by default. It is made of the published pages: what is not
/// on the site is not in it. The same site gives the same bytes.
/// </remarks>
public sealed class BulkExport
{
    /// <summary>Bytes of one file, unless a single document is longer.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Name of the file with the mapping.</summary>
    public const string MappingFile = "mapping.json";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // nobody reads it as markup

    private readonly string _index;
    private readonly string _address;
    private readonly Action<string, ReadOnlySpan<byte>> _write;
    private readonly ArrayBufferWriter<byte> _file = new();
    private int _files;

    private BulkExport(string index, string address, Action<string, ReadOnlySpan<byte>> write)
    {
        _index = index;
        _address = address.TrimEnd('/');
        _write = write;
    }

    /// <summary>Whether a name can be that of an index: small letters, digits, <c>-</c> and <c>_</c>, beginning with a letter or digit, at most 100.</summary>
    public static bool IsIndexName(string name) =>
        name.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    /// <summary>Writes the files.</summary>
    /// <param name="pages">Paths of the site's pages, with <c>/</c>; lists among them are passed over.</param>
    /// <param name="open">Gives the bytes of a page.</param>
    /// <param name="address">Address of the site: <c>https://example.org/sub</c>.</param>
    /// <param name="index">Name of the index; see <see cref="IsIndexName"/>.</param>
    /// <param name="write">Takes the name of a file and its bytes, the mapping first.</param>
    /// <param name="token">Stops it.</param>
    /// <returns>Posts and comments written, and files of them.</returns>
    /// <exception cref="InvalidDataException">A page is none of the theme's.</exception>
    public static (int Posts, int Comments, int Files) Write(IEnumerable<string> pages, Func<string, byte[]> open, string address, string index, Action<string, ReadOnlySpan<byte>> write, CancellationToken token)
    {
        var export = new BulkExport(index, address, write);
        write(MappingFile, BulkMapping.ToBytes());
        var reader = new UnitReader();
        var threads = new Dictionary<string, UnitPage>(StringComparer.Ordinal);
        var (posts, comments) = (0, 0);
        foreach (var path in pages.OrderBy(Thread, StringComparer.Ordinal).ThenBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal)) // x.html, x.p2.html … x.p10.html
        {
            token.ThrowIfCancellationRequested();
            if (reader.Read(path, open(path)) is not { } page)
            {
                continue;
            }

            if (page.Part == 1)
            {
                threads[page.PostPath] = page with { Units = [] };
            }

            foreach (var unit in page.Units)
            {
                export.Add(threads[page.PostPath], page.Part, unit);
                _ = unit.Kind == UnitKind.Post ? posts++ : comments++;
            }
        }

        export.Flush();
        return (posts, comments, export._files);
    }

    private static string Thread(string path)
    {
        var part = path.LastIndexOf(".p", StringComparison.Ordinal);
        return part > 0 && path[(part + 2)..^".html".Length].All(char.IsAsciiDigit) && path.Length > part + 2 + ".html".Length ? path[..part] + ".html" : path;
    }

    private void Add(UnitPage thread, int part, PageUnit unit)
    {
        var lines = new ArrayBufferWriter<byte>();
        WriteLine(lines, json =>
        {
            json.WriteStartObject("index");
            json.WriteString("_index", _index);
            json.WriteString("_id", unit.Id);
            json.WriteEndObject();
        });
        WriteLine(lines, json => WriteDocument(json, thread, part, unit));
        if (_file.WrittenCount > 0 && _file.WrittenCount + lines.WrittenCount > MostBytes)
        {
            Flush();
        }

        _file.Write(lines.WrittenSpan);
    }

    private void WriteDocument(Utf8JsonWriter json, UnitPage thread, int part, PageUnit unit)
    {
        var page = part == 1 ? thread.PostPath : string.Create(CultureInfo.InvariantCulture, $"{thread.PostPath[..^".html".Length]}.p{part}.html");
        json.WriteString("kind", unit.Kind == UnitKind.Post ? "post" : "comment");
        json.WriteString("thread", thread.PostPath);
        json.WriteString("url", $"{_address}/{page}{(unit.Anchor.Length == 0 ? string.Empty : "#" + unit.Anchor)}");
        json.WriteString("title", UnitText.WithWords(thread.Title));
        json.WriteStartArray("labels");
        foreach (var label in thread.Labels)
        {
            json.WriteStringValue(UnitText.WithWords(label));
        }

        json.WriteEndArray();
        WriteKnown(json, "series", thread.Series);
        WriteKnown(json, "number", unit.Number);
        WriteKnown(json, "author", unit.Author);
        WriteKnown(json, "date", unit.Date);
        json.WriteString("text", UnitText.WithWords(unit.Text));
    }

    /// <summary>An empty value is none: an empty string is no date.</summary>
    private static void WriteKnown(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, UnitText.WithWords(value));
        }
    }

    private static void WriteLine(ArrayBufferWriter<byte> lines, Action<Utf8JsonWriter> content)
    {
        using (var json = new Utf8JsonWriter(lines, Plain))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        lines.Write("\n"u8);
    }

    private void Flush()
    {
        if (_file.WrittenCount == 0)
        {
            return;
        }

        _write(string.Create(CultureInfo.InvariantCulture, $"bulk-{++_files:0000}.ndjson"), _file.WrittenSpan);
        _file.ResetWrittenCount();
    }
}
