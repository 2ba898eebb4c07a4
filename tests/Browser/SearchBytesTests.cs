using Blog.Bench.Search;
using Blog.Search.Index;

namespace Blog.Tests.Browser;

/// <summary>What queries fetch, by the sizes of the files on the disk: a fixed slice of <c>bench -- search-bytes</c>, without a clock.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class SearchBytesTests(SampleSite site)
{
    private const int Results = 10;
    private const int MostWaves = 3; // after the root

    // A request belongs to the wave after the last one of which an answer had come when it was made. Every query begins with nothing fetched.
    private const string Ask = """
        async (queries) => {
          const { SearchIndex } = await import("/engine.js");
          const fetched = window.fetch.bind(window);
          const answers = [];
          for (const text of queries) {
            const requests = [];
            let answered = 0;
            window.fetch = async (address, options) => {
              const wave = answered + 1;
              requests.push({ path: new URL(address, location.href).pathname.slice(1), wave });
              const response = await fetched(address, options);
              answered = Math.max(answered, wave);
              return response;
            };
            const { hits } = await new SearchIndex(location.href).search(text);
            answers.push({ hits: hits.length, requests });
          }
          window.fetch = fetched;
          return answers;
        }
        """;

    [Fact]
    public async Task A_query_fetches_pieces_of_few_files_in_few_waves_and_none_twice()
    {
        await using var served = await ServedIndex.StartAsync(site, ScriptArchive.Pages(320, 7), new Dictionary<string, string>(StringComparer.Ordinal));
        var root = served.Index.Root;
        var entries = served.Index.StartingWith(FieldKey.Text, string.Empty).OrderByDescending(entry => entry.Text?.Count ?? 0).ToList();
        var common = entries.Where(entry => entry.Text?.Pieces.Count > 1).Select(entry => entry.Surface).Take(8).ToList();
        var rare = entries.Where(entry => entry.Text is not null).TakeLast(8).Select(entry => entry.Surface).ToList();
        Assert.True(common.Count >= 3 && rare.Except(common, StringComparer.Ordinal).Count() == 8, "The archive has words of both kinds.");
        List<string> pairs = [.. common.Zip(common.Skip(1), (left, right) => $"{left} {right}")];
        List<string> phrases = [.. common.Zip(rare, (left, right) => $"\"{left} {right}\"")];
        List<string> queries = [.. common, .. rare, .. pairs, .. phrases];

        var answers = await served.Page.EvaluateAsync<Answer[]>(Ask, queries);

        var whole = root.ListFolders.Concat(root.PositionFolders).SelectMany(folder => served.FilesOf(folder)).Sum(served.LengthOf);
        for (var i = 0; i < queries.Count; i++)
        {
            var requests = answers[i].Requests.Select(request => request.Path).ToList();
            var words = i < common.Count + rare.Count ? 1 : 2;
            var isPhrase = i >= queries.Count - phrases.Count;
            Assert.True(requests.Count == requests.Distinct(StringComparer.Ordinal).Count(), $"{i}: a file is fetched twice");
            Assert.All(requests, path => Assert.True(served.LengthOf(path) > 0));
            Assert.Equal(IndexFormat.Root, requests[0]);
            Assert.True(Count(requests, root.DictionaryFolders) <= words * 2, $"{i}: one block for a word and one for its capital form");
            Assert.True(isPhrase || Count(requests, root.PositionFolders) == 0, $"{i}: only phrases need positions");
            Assert.True(Count(requests, [.. root.ExcerptFolders.SelectMany(tier => tier)]) <= Results, $"{i}: a file of excerpts for a hit at most");
            Assert.True(answers[i].Requests.Max(request => request.Wave) - 1 <= MostWaves + (isPhrase ? 1 : 0), $"{i}: {answers[i].Requests.Max(request => request.Wave) - 1} waves");
            if (i < common.Count + rare.Count)
            {
                Assert.True(Count(requests, root.ListFolders) == 0, $"{i}: a single word needs no more of its list than stands in the dictionary");
                Assert.Equal(Math.Min(Results, answers[i].Hits), answers[i].Hits);
                Assert.NotEqual(0, answers[i].Hits);
            }
        }

        var pieces = Enumerable.Range(common.Count + rare.Count, pairs.Count).Select(i => answers[i].Requests.Where(request => root.ListFolders.Any(folder => IsIn(request.Path, folder))).Sum(request => served.LengthOf(request.Path))).ToList();
        Assert.All(pieces, bytes => Assert.True(bytes < whole, "Two common words never cost all lists."));
    }

    private static int Count(IEnumerable<string> paths, IReadOnlyList<string> folders) => paths.Count(path => folders.Any(folder => IsIn(path, folder)));

    private static bool IsIn(string path, string folder) => folder.Length > 0 && path.StartsWith(IndexFormat.Folder + folder + "/", StringComparison.Ordinal);

    private sealed record Answer
    {
        public int Hits { get; init; }

        public Request[] Requests { get; init; } = [];
    }

    private sealed record Request
    {
        public string Path { get; init; } = string.Empty;

        public int Wave { get; init; }
    }
}
