using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Blog.Gate;
using Blog.Gate.Bytes;
using Blog.Gate.Checks;
using Blog.Html;
using Blog.Model;
using Blog.Search.Analysis;
using Blog.Search.Index;
using Blog.Source;

namespace Blog.Micro;

/// <summary>The parts of a build in which most of its time goes, each over the same invented discussion of 400 comments.</summary>
public class HotParts
{
    private const int Comments = 400;
    private const int Units = 100_000;

    private static readonly string[] Words =
        ("the of probation staff and office we were told that nobody had been asked before a meeting on Tuesday about caseloads which went on growing while " +
         "managers in another building wrote targets court reports risk order licence supervision team I have worked here for years").Split(' ');

    private static readonly string[] Texts = [.. Enumerable.Range(0, Comments).Select(Text)];
    private static readonly byte[] ThreadFile = MakeThread();
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(string.Concat(Texts.Select((text, i) => $"<li id=\"c{i}\" class=\"comment\"><article data-unit=\"{i}\"><div class=\"body\"><p>{text.Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></div></article></li>\n")));
    private static readonly int[] Numbers = MakeNumbers();

    private readonly MarkdownContext _context = new() { Place = MarkdownPlace.Comment };
    private readonly EnglishAnalyzer _analyzer = new();
    private readonly SecretSearch _search = new(SecretSet.Of(Enumerable.Range(0, 2000).Select(i => new Secret(i.ToString(CultureInfo.InvariantCulture), $"Tarva{Letters(i)} Zorm{Letters(i * 7)}merrow", SecretScope.Everywhere))), GateSwitches.All);
    private readonly int[] _read = new int[Numbers.Length];
    private readonly byte[] _postings = Encoded();

    /// <summary>Bytes that one call of a benchmark is given; the postings' count is of the numbers at four bytes each.</summary>
    internal static double BytesOf(string benchmark) => benchmark switch
    {
        nameof(ReadThreadFile) => ThreadFile.Length,
        nameof(RenderMarkdown) or nameof(Tokenise) => Texts.Sum(text => (double)Encoding.UTF8.GetByteCount(text)),
        nameof(WritePostings) or nameof(ReadPostings) => Numbers.Length * 4,
        nameof(SearchForSecrets) => Page.Length,
        _ => throw new ArgumentOutOfRangeException(nameof(benchmark), benchmark, "Not a benchmark of this class."),
    };

    [Benchmark(Description = "thread file, 400 comments")]
    public int ReadThreadFile() => ThreadReader.Read(ThreadFile, "bench.thread.md").Thread.Comments.Count;

    [Benchmark(Description = "Markdown of 400 comments to markup")]
    public int RenderMarkdown()
    {
        var length = 0;
        foreach (var text in Texts)
        {
            length += MarkdownRenderer.Render(text, _context).Html.Markup.Length;
        }

        return length;
    }

    [Benchmark(Description = "tokens and stems of 400 comments")]
    public int Tokenise()
    {
        var count = 0;
        foreach (var text in Texts)
        {
            foreach (var token in _analyzer.Analyze(text))
            {
                count += token.Term.Length;
            }
        }

        return count;
    }

    [Benchmark(Description = "postings of a common word, written")]
    public int WritePostings() => Encoded().Length;

    [Benchmark(Description = "postings of a common word, read")]
    public int ReadPostings()
    {
        new BitReader(_postings).Ascending(_read, 0, Units - 1);
        return _read[^1];
    }

    [Benchmark(Description = "a page searched for 2,000 secrets")]
    public int SearchForSecrets() => _search.Find(Page, SecretCheck.FormOf("x.html")).Count;

    private static byte[] Encoded()
    {
        var writer = new BitWriter();
        writer.Ascending(Numbers, 0, Units - 1);
        return writer.Take();
    }

    private static string Letters(int number) => string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number / 676 % 26))}");

    private static string Text(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var words = random.Next(15, 136);
        for (var i = 0; i < words; i++)
        {
            text.Append(i == 0 ? string.Empty : i % 40 == 0 ? ".\n\n" : random.Next(60) == 0 ? " – " : " ").Append(Words[random.Next(Words.Length)]);
        }

        return text.Append('.').ToString();
    }

    private static byte[] MakeThread() => ThreadWriter.Write(new PublishedThread(PostId.Parse("bench"), [.. Texts.Select((text, i) => PublishedComment.Create(
        new CommentFields { Id = CommentId.Parse((1_000_000_000_000_000_000L + (i * 7919L)).ToString(CultureInfo.InvariantCulture)), Number = new CommentNumber(i + 1, 0), Author = "Anonymous", Date = PublicDate.Day(2015, 12, 1 + (i * 28 / Comments)) },
        text))]));

    private static int[] MakeNumbers()
    {
        var random = new Random(15);
        return [.. Enumerable.Range(0, Units).Where(_ => random.Next(10) == 0)];
    }
}
