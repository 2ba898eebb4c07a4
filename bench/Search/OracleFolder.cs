using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Blog.Bench.Search;

/// <summary>A folder of its own in which Lucene indexes and searches; deleted at the end.</summary>
internal sealed class OracleFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("subrosa-oracle-");

    /// <summary>Path of a file in it.</summary>
    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Indexes <c>docs.jsonl</c> and asks.</summary>
    /// <exception cref="InvalidOperationException">Lucene refused; its message is in it.</exception>
    public IReadOnlyList<OracleAnswer> Ask(string shared, IEnumerable<string> queries, int top)
    {
        using (var file = System.IO.File.Create(File("queries.json")))
        using (var json = new Utf8JsonWriter(file))
        {
            json.WriteStartArray();
            foreach (var query in queries)
            {
                json.WriteStartObject();
                json.WriteString("lucene", query);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Run(shared, "index", File("docs.jsonl"), File("index"), "--merge");
        var answers = new List<OracleAnswer>();
        foreach (var line in Run(shared, "search", File("index"), File("queries.json"), "--top", top.ToString(CultureInfo.InvariantCulture)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var answer = JsonDocument.Parse(line);
            answers.Add(new OracleAnswer(
                answer.RootElement.GetProperty("total").GetInt32(),
                [.. answer.RootElement.GetProperty("hits").EnumerateArray().Select(hit => (hit.GetProperty("id").GetString() ?? string.Empty, hit.GetProperty("score").GetSingle()))]));
        }

        return answers;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Run(string shared, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(shared, "bench", "lucene.sh"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("Lucene did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException("Lucene ended with an error: " + error.GetAwaiter().GetResult());
    }
}
