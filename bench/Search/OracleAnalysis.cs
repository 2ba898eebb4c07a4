using System.Diagnostics;
using System.Globalization;
using System.Text;
using Blog.Search.Analysis;

namespace Blog.Bench.Search;

/// <summary>Asks Lucene 8.8.1 how it analyses lines, and compares what the program gives.</summary>
/// <remarks>The oracle (<c>bench/lucene.sh analyze --positions</c> of the shared material) writes for each line <c>term@position:start-end</c> with blanks between.</remarks>
internal static class OracleAnalysis
{
    private const string Jars = "/usr/share/java";

    /// <summary>Why the oracle cannot be asked; null where it can.</summary>
    /// <param name="shared">The folder of the shared material; null where there is none.</param>
    public static string? Missing(string? shared)
    {
        if (shared is null || !File.Exists(Script(shared)))
        {
            return "The Lucene oracle (../shared/bench) is not beside the project.";
        }

        var hasJava = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "java")));
        return hasJava && Directory.Exists(Jars) && Directory.EnumerateFiles(Jars, "lucene-core-8*.jar").Any()
            ? null
            : "Java or Lucene 8 (Debian's liblucene8-java) is not installed.";
    }

    /// <summary>Whether the oracle can be given a text as one line: no line ends, no half surrogate pairs.</summary>
    public static bool CanAsk(string line) => !line.AsSpan().ContainsAny('\n', '\r') && IsWellFormed(line);

    /// <summary>A token as the oracle writes it, for every line.</summary>
    public static IEnumerable<string> Ask(string shared, IEnumerable<string> lines)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo("sh")
        {
            ArgumentList = { Script(shared), "analyze", "--positions" },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The oracle did not start.");
        var writing = Task.Run(() =>
        {
            using var input = process.StandardInput;
            foreach (var line in lines)
            {
                input.Write(line);
                input.Write('\n');
            }
        });
        while (process.StandardOutput.ReadLine() is { } answer)
        {
            yield return answer;
        }

        writing.GetAwaiter().GetResult();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The oracle stopped with {process.ExitCode}.");
        }
    }

    /// <summary>What the program gives for a line, written as the oracle does.</summary>
    public static string Own(EnglishAnalyzer analyzer, string line)
    {
        var result = new StringBuilder();
        var position = -1;
        foreach (var token in analyzer.Analyze(line))
        {
            position += token.PositionIncrement;
            result.Append(result.Length == 0 ? "" : " ").Append(token.Term).Append(CultureInfo.InvariantCulture, $"@{position}:{token.Start}-{token.End}");
        }

        return result.ToString();
    }

    /// <summary>Compares all lines, which must be the same each time they are enumerated.</summary>
    /// <param name="shared">The folder of the shared material.</param>
    /// <param name="lines">The lines; see <see cref="CanAsk"/>.</param>
    /// <param name="differs">Told of every line that differs, with the oracle's answer and the program's.</param>
    public static OracleCount Compare(string shared, IEnumerable<string> lines, Action<string, string, string> differs)
    {
        var analyzer = new EnglishAnalyzer();
        var count = new OracleCount(0, 0, 0, 0);
        using var answers = Ask(shared, lines).GetEnumerator();
        foreach (var line in lines)
        {
            if (!answers.MoveNext())
            {
                throw new InvalidOperationException("The oracle answered fewer lines than it was asked.");
            }

            var own = Own(analyzer, line);
            var tokens = Tokens(answers.Current);
            count = count with { Lines = count.Lines + 1, Characters = count.Characters + line.Length, Tokens = count.Tokens + tokens.Length };
            if (own != answers.Current)
            {
                var (theirs, ours) = (tokens.ToHashSet(StringComparer.Ordinal), Tokens(own).ToHashSet(StringComparer.Ordinal));
                count = count with { Differing = count.Differing + Math.Max(theirs.Except(ours, StringComparer.Ordinal).Count(), ours.Except(theirs, StringComparer.Ordinal).Count()) };
                differs(line, answers.Current, own);
            }
        }

        return answers.MoveNext() ? throw new InvalidOperationException("The oracle answered more lines than it was asked.") : count;
    }

    private static string[] Tokens(string answer) => answer.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Script(string shared) => Path.Combine(shared, "bench", "lucene.sh");

    private static bool IsWellFormed(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsSurrogate(line[i]) && !(i + 1 < line.Length && char.IsSurrogatePair(line[i], line[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
