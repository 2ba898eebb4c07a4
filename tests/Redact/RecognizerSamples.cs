using Blog.Redact;

namespace Blog.Tests.Redact;

/// <summary>
/// Reads <c>Cases/&lt;recognizer&gt;.txt</c>: <c>+ Kind | text with ⟦what is found⟧</c>, <c>~ Kind | text with a ⟦near miss⟧</c>, <c>- text in which nothing is found</c>.
/// A <c>\n</c> is a line break. Every name, number and address in them is invented.
/// </summary>
internal static class RecognizerSamples
{
    public const char Open = '⟦';
    public const char Close = '⟧';

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Redact", "Cases");

    public static IReadOnlyList<Sample> Of(string recognizer)
    {
        var file = Path.Combine(Folder, recognizer + ".txt");
        return File.Exists(file)
            ? [.. File.ReadAllLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => Read(recognizer, line))]
            : [];
    }

    private static Sample Read(string recognizer, string line)
    {
        var text = line[2..].Replace("\\n", "\n", StringComparison.Ordinal);
        if (line[0] == '-')
        {
            return new Sample(recognizer, SampleSort.Nothing, null, text, []);
        }

        var bar = text.IndexOf(" | ", StringComparison.Ordinal);
        var kind = Enum.Parse<FindingKind>(text[..bar]);
        var (plain, ranges) = Unmark(text[(bar + 3)..]);
        return new Sample(recognizer, line[0] == '+' ? SampleSort.Found : SampleSort.NearMiss, kind, plain, ranges);
    }

    private static (string Text, IReadOnlyList<TextRange> Ranges) Unmark(string marked)
    {
        var text = new System.Text.StringBuilder();
        var ranges = new List<TextRange>();
        var start = 0;
        foreach (var c in marked)
        {
            if (c == Open)
            {
                start = text.Length;
            }
            else if (c == Close)
            {
                ranges.Add(new TextRange(start, text.Length));
            }
            else
            {
                text.Append(c);
            }
        }

        return (text.ToString(), ranges);
    }

    internal sealed record Sample(string Recognizer, SampleSort Sort, FindingKind? Kind, string Text, IReadOnlyList<TextRange> Ranges);

    internal enum SampleSort
    {
        Found,
        NearMiss,
        Nothing,
    }
}
