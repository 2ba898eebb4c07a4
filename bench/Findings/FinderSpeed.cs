using System.Diagnostics;
using System.Globalization;
using System.Text;
using Blog.Redact;

namespace Blog.Bench.Findings;

/// <summary>Measures the finder in megabytes a CPU second: on the captures cut into comments, and on texts made to slow a search down.</summary>
internal static class FinderSpeed
{
    private const int HostileLength = 64 * 1024; // the longest comment that is kept as Markdown

    public static void Write(string shared, TextWriter output)
    {
        output.WriteLine("## Speed");
        var paragraphs = Directory.GetFiles(Path.Combine(shared, "captures"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).Split("\n\n")).Where(text => text.Length > 0).ToList();
        Measure("captures, one paragraph a text", paragraphs, 4, output);
        foreach (var (name, piece) in Hostile)
        {
            var text = new StringBuilder();
            while (text.Length < HostileLength)
            {
                text.Append(piece);
            }

            Measure(name, [text.ToString()], 1, output);
        }
    }

    private static readonly (string Name, string Piece)[] Hostile =
    [
        ("at signs", "@"), ("a@", "a@"), ("dots", "a."), ("disguises", "a at a dot "), ("digits", "0"), ("spaced digits", "0 7 "), ("brackets", "([{<"),
        ("capitals", "A"), ("capitalised words", "Andrea Oxlip "), ("titles", "Mr "), ("initials", "A. "), ("hyphens", "a-"), ("colons", "1:"), ("hex colons", "ab:"),
        ("slashes", "1/"), ("apostrophes", "a'"), ("line breaks", "A\n"), ("street words", "1 High "), ("ages", "I'm 2"), ("numbers", "12 "), ("months", "1 May "),
        ("quotes", "\u201CAndrea"), ("surrogates", "\U0001F600"), ("combining marks", "e\u0301"), ("invisible", "a\u200B"), ("of the", "of the "),
        ("my", "my father in "), ("http", "http://a "), ("links", "[a](b) "), ("escapes", "\\*"),
    ];

    private static void Measure(string name, List<string> texts, int rounds, TextWriter output)
    {
        var views = texts.ConvertAll(ProseView.Of);
        var warm = Stopwatch.StartNew();
        for (var round = 0; round == 0 || (rounds > 1 && warm.ElapsedMilliseconds < 2000); round++)
        {
            views.ForEach(view => TextFinder.Find(view, PublicNames.BuiltIn));
        }

        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var round = 0; round < rounds; round++)
        {
            views.ForEach(view => TextFinder.Find(view, PublicNames.BuiltIn));
        }

        process.Refresh();
        var seconds = (process.TotalProcessorTime - before).TotalSeconds;
        var megabytes = rounds * texts.Sum(Encoding.UTF8.GetByteCount) / 1e6;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {megabytes:0.00} MB in {seconds:0.000} CPU s, {megabytes / Math.Max(seconds, 1e-6):0.0} MB/s"));
    }
}
