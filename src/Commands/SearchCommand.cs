using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Blog.Commands.Redaction;
using Blog.Search.Index;
using Blog.Search.Query;
using Blog.Search.Units;
using Blog.Source;

namespace Blog.Commands;

/// <summary><c>search</c>: asks the index of the built site, the one that readers' browsers ask.</summary>
internal static class SearchCommand
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var query = new Argument<string>("query") { Description = "Words, \"phrases\", prefix*, fuzzy~1, +must -not, AND OR NOT, ( ), title:, author:, label:, series:, kind:comment, date:[2015 TO 2016-06], in:NAME-OF-PAGE." };
        var top = new Option<int>("--top") { Description = "At most so many results.", HelpName = "N", DefaultValueFactory = _ => 20 };
        var newest = new Option<bool>("--newest") { Description = "The newest first, instead of the best." };
        var json = new Option<bool>("--json") { Description = "As JSON: query, total, results." };
        var command = new Command("search", "Search the built site. Example: dotnet run -- search 'risk \"case load\" kind:comment' --top 5") { query, blog, top, newest, json };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            if (!File.Exists(Path.Combine(folder.Output, IndexFormat.Root)))
            {
                throw new UsageException($"There is no search index in {Path.GetRelativePath(".", folder.Output)}. Build the site first: dotnet run -- build");
            }

            var asked = parse.GetRequiredValue(query);
            var most = Math.Max(0, parse.GetValue(top));
            var index = Open(folder);
            var parsed = QueryParser.Parse(asked);
            var hits = new Searcher(index, new SearchOptions()).Search(parsed.Query);
            var shown = (parse.GetValue(newest) ? hits.OrderByDescending(hit => hit.Unit) : hits.AsEnumerable()).Take(most)
                .Select(hit => (hit.Score, Excerpt: index.Excerpt(hit.Unit, index.ClassOf(hit.Unit)))).ToList();
            if (hits.Count == 0 && new SpellingSuggester(index).SuggestQuery(parsed.Query, asked) is { } meant)
            {
                Console.Error.WriteLine($"Did you mean: {TerminalText.OneLine(meant)}");
            }

            if (parse.GetValue(json))
            {
                WriteJson(asked, hits.Count, shown);
            }
            else
            {
                WriteText(parsed, index.Root.Glossary, hits.Count, shown);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IndexReader Open(BlogFolder folder) => new(path => File.ReadAllBytes(Path.Combine(folder.Output, path)));

    private static void WriteText(ParsedQuery parsed, IReadOnlyDictionary<string, string> glossary, int total, List<(float Score, UnitExcerpt Excerpt)> shown)
    {
        Console.Error.WriteLine("Read as: " + TerminalText.OneLine(QueryDescription.Of(parsed.Query, glossary)));
        foreach (var note in parsed.Notes)
        {
            Console.Error.WriteLine($"Note: {note}.");
        }

        foreach (var (score, excerpt) in shown)
        {
            var what = excerpt.Anchor.Length == 0 ? "post" : "comment " + excerpt.Number;
            var who = excerpt.Author.Length == 0 ? string.Empty : $" by {TerminalText.OneLine(UnitText.WithWords(excerpt.Author))}";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score,7:N2}  {TerminalText.OneLine(UnitText.WithWords(excerpt.Title))}: {what}{who}, {excerpt.Date}"));
            Console.WriteLine($"         /{excerpt.Address}");
            Console.WriteLine($"         {TerminalText.OneLine(UnitText.WithWords(excerpt.Text))}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shown.Count:N0} of {total:N0} results"));
    }

    private static void WriteJson(string query, int total, List<(float Score, UnitExcerpt Excerpt)> shown)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Json))
        {
            json.WriteStartObject();
            json.WriteString("query", query);
            json.WriteNumber("total", total);
            json.WriteStartArray("results");
            foreach (var (score, excerpt) in shown)
            {
                json.WriteStartObject();
                json.WriteNumber("score", score);
                json.WriteString("address", "/" + excerpt.Address);
                json.WriteString("title", UnitText.WithWords(excerpt.Title));
                json.WriteString("number", excerpt.Number);
                json.WriteString("author", UnitText.WithWords(excerpt.Author));
                json.WriteString("date", excerpt.Date);
                json.WriteString("text", UnitText.WithWords(excerpt.Text));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
