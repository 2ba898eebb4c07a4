using System.Diagnostics;
using System.Globalization;
using System.Text;
using Blog.Redact;

namespace Blog.Bench.Findings;

/// <summary>Measures the finder in megabytes a CPU second: on the captures cut into comments, and on texts made to slow a search down.</summary>
internal static class FinderSpeed
{
    private const int MinRounds = 3;
    private const int Again = 5; // one round over the captures is too short for the clock

    private const int HostileLength = 64 * 1024; // the longest comment that is kept as Markdown

    public static void Write(string shared, TextWriter output)
    {
        output.WriteLine("## Speed");
        var paragraphs = Directory.GetFiles(Path.Combine(shared, "captures"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).Split("\n\n")).Where(text => text.Length > 0).ToList();
        Measure("captures, one paragraph a text", paragraphs, 12, output);
        foreach (var (name, piece) in Hostile)
        {
            var text = new StringBuilder();
            while (text.Length < HostileLength)
            {
                text.Append(piece);
            }

            Measure(name, [text.ToString()], MinRounds, output);
        }
    }

    private static readonly (string Name, string Piece)[] Hostile =
    [
        ("at signs", "@"), ("a@", "a@"), ("a@b", "a@b "), ("a@b.", "a@b. "), ("(at", "a (at b d "), ("districts", "M1 "), ("years of cases", "123/15, "), ("dots", "a."), ("disguises", "a at a dot "), ("digits", "0"), ("spaced digits", "0 7 "), ("brackets", "([{<"),
        ("capitals", "A"), ("capitalised words", "Andrea Oxlip "), ("titles", "Mr "), ("initials", "A. "), ("hyphens", "a-"), ("colons", "1:"), ("hex colons", "ab:"),
        ("slashes", "1/"), ("apostrophes", "a'"), ("line breaks", "A\n"), ("street words", "1 High "), ("ages", "I'm 2"), ("numbers", "12 "), ("months", "1 May "),
        ("quotes", "\u201CAndrea"), ("surrogates", "\U0001F600"), ("combining marks", "e\u0301"), ("invisible", "a\u200B"), ("of the", "of the "),
        ("my", "my father in "), ("http", "http://a "), ("links", "[a](b) "), ("escapes", "\\*"),
    ];

    /// <summary>Prints the quickest of some rounds: what else runs on a machine makes a round slower, never quicker.</summary>
    private static void Measure(string name, List<string> texts, int rounds, TextWriter output)
    {
        var views = texts.ConvertAll(ProseView.Of);
        var warm = Stopwatch.StartNew();
        for (var round = 0; round == 0 || warm.ElapsedMilliseconds < (rounds > MinRounds ? 3000 : 100); round++)
        {
            views.ForEach(view => TextFinder.Find(view, PublicNames.BuiltIn));
        }

        using var process = Process.GetCurrentProcess();
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            for (var again = 0; again < Again; again++)
            {
                views.ForEach(view => TextFinder.Find(view, PublicNames.BuiltIn));
            }

            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalSeconds / Again);
        }

        var megabytes = texts.Sum(Encoding.UTF8.GetByteCount) / 1e6;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {megabytes:0.00} MB in {best:0.000} CPU s, {megabytes / Math.Max(best, 1e-6):0.0} MB/s"));
    }
}
