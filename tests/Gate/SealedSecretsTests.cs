using System.Security.Cryptography;
using System.Text;
using Blog.Gate;
using Blog.Gate.Bytes;
using Blog.Release;
using Blog.Source;
using Blog.Tests.Text;
using Blog.Text;

namespace Blog.Tests.Gate;

public sealed class SealedSecretsTests : IDisposable
{
    private static readonly Dictionary<string, string> Threads = new(StringComparer.Ordinal) { ["p1"] = "p1", ["c1"] = "p1", ["c2"] = "p1", ["p9"] = "p9", ["c9"] = "p9" };

    private readonly TemporaryFolder _site = new();
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly SealKey _key;

    public SealedSecretsTests() => Assert.True(SealKey.TryParse(SealKey.Make(_random), out _key));

    public void Dispose()
    {
        _site.Dispose();
        _random.Dispose();
    }

    [Theory]
    [InlineData("c1", "unit", true)]
    [InlineData("c2", "unit", false)]
    [InlineData("c1", "thread", true)]
    [InlineData("c2", "thread", true)]
    [InlineData("p1", "thread", true)]
    [InlineData("c9", "thread", false)]
    [InlineData("c9", "everywhere", true)]
    [InlineData("c1", "thread but c1", false)]
    [InlineData("c2", "thread but c1", true)]
    [InlineData("c9", "everywhere but c9", false)]
    [InlineData("c2", "everywhere but c9", true)]
    [InlineData("unknown", "unit", true)] // a unit that input/ does not have may be of any thread
    public void A_sealed_detail_is_forbidden_only_where_it_was_redacted(string unit, string scope, bool isFound)
    {
        var term = scope switch
        {
            "unit" => new SealedTerm("Linnet Quay", LetterCase.Any, ["c1"], []),
            "thread" => new SealedTerm("Linnet Quay", LetterCase.Any, ["p1", "c1", "c2"], []),
            "thread but c1" => new SealedTerm("Linnet Quay", LetterCase.Any, ["p1", "c2"], []),
            "everywhere" => new SealedTerm("Linnet Quay", LetterCase.Any, null, []),
            "everywhere but c9" => new SealedTerm("Linnet Quay", LetterCase.Any, null, ["c9"]),
            _ => throw new ArgumentOutOfRangeException(nameof(scope)),
        };
        var findings = Check([term], [], $"<!doctype html><article data-unit=\"{unit}\"><p>by Lin<b>net</b> Quay</p></article>");
        Assert.Equal(isFound, findings.Count > 0);
        Assert.All(findings, finding => Assert.DoesNotContain("quay", finding.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Names_that_are_words_count_with_a_capital_and_initials_in_capitals()
    {
        SealedTerm[] terms = [new("Reading", LetterCase.Any, null, []), new("LQ", LetterCase.Capitals, null, [])];
        Assert.Empty(Check(terms, [], "<!doctype html><p>I was reading on, lq and all.</p>"));
        Assert.Single(Check(terms, [], "<!doctype html><p>I live near Reading now.</p>"));
        Assert.Single(Check(terms, [], "<!doctype html><p>I met LQ there.</p>"));
    }

    [Fact]
    public void A_dropped_id_is_found_and_another_number_is_not()
    {
        Assert.NotEmpty(Check([], ["3456789012345678901"], "<!doctype html><a href=\"#c3456789012345678901\">x</a>"));
        Assert.Empty(Check([], ["3456789012345678901"], "<!doctype html><p>3456789012345678902</p>"));
    }

    [Fact]
    public void The_right_key_is_told_from_another()
    {
        var (file, _) = SealedRedactionsWriter.Seal(_key, [], [], Threads, _random);
        Assert.True(SealKey.TryParse(SealKey.Make(_random), out var other));
        Assert.True(new SealedSecrets(file, _key, Threads).IsRightKey);
        Assert.False(new SealedSecrets(file, other, Threads).IsRightKey);
    }

    [Fact]
    public void Each_release_is_keyed_anew_as_a_whole_and_one_name_in_two_threads_shows_nowhere()
    {
        SealedTerm[] terms = [new("Linnet Quay", LetterCase.Any, ["c1"], []), new("Linnet Quay", LetterCase.Any, ["c9"], [])];
        var first = SealedRedactionsWriter.Seal(_key, terms, [], Threads, _random).File.ToBytes();
        var second = SealedRedactionsWriter.Seal(_key, terms, [], Threads, _random).File.ToBytes();
        Assert.Empty(Blocks(first).Intersect(Blocks(second)));
        Assert.Equal(Blocks(first).Count, Blocks(first).Distinct().Count());

        // The two parts: 8 bytes each of the filter, 32 bytes each of the entries.
        static List<string> Blocks(byte[] bytes)
        {
            const int Head = 17 + 32 + 2;
            var filter = bytes.AsSpan(Head, 256 * 8).ToArray().Chunk(8);
            var entries = bytes.AsSpan(Head + (256 * 8)).ToArray().Chunk(32);
            return [.. filter.Concat(entries).Select(Convert.ToHexString)];
        }
    }

    [Fact]
    public void Nothing_of_a_term_stands_in_the_file()
    {
        // Long enough that random bytes do not spell them.
        var threads = new Dictionary<string, string> { ["c8675309441"] = "c0" };
        var bytes = SealedRedactionsWriter.Seal(_key, [new("Linnetta Quaymoor", LetterCase.Any, ["c8675309441"], [])], ["3456789012345678901"], threads, _random).File.ToBytes();
        var text = Encoding.Latin1.GetString(bytes);
        foreach (var part in new[] { "linnetta", "quaymoor", "c8675309441", "34567890" })
        {
            Assert.DoesNotContain(part, text[17..], StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_thread_takes_one_entry_however_many_comments_it_has()
    {
        var threads = Enumerable.Range(0, 500).ToDictionary(i => $"c{i}", _ => "c0");
        var report = SealedRedactionsWriter.Seal(_key, [new("Linnet", LetterCase.Any, [.. threads.Keys], [])], [], threads, _random).Report;
        Assert.Equal((1, 1, 0), (report.Forms, report.Entries, report.Unsealable));
        Assert.Equal(1, SealedRedactionsWriter.Seal(_key, [new("...", LetterCase.Any, null, [])], [], threads, _random).Report.Unsealable);
    }

    /// <summary>What hashes still see of the shared list of disguises: the figures of docs/sealed-gate.md.</summary>
    [SharedTheory]
    [InlineData(0, 1.0)]
    [InlineData(1, 0.99)]
    [InlineData(2, 0.9)]
    public void Most_disguises_are_found_by_their_hashes(int level, double least)
    {
        var rows = EvasionRow.ReadAll().Where(row => row.Level == level).ToList();
        var missed = rows.Where(row => !IsFound(row)).Select(row => row.Technique).ToList();
        Assert.True(rows.Count - missed.Count >= rows.Count * least, $"{rows.Count - missed.Count} of {rows.Count}: {string.Join(' ', missed.GroupBy(x => x).Select(group => $"{group.Key} {group.Count()}"))}");
    }

    private bool IsFound(EvasionRow row)
    {
        var (file, _) = SealedRedactionsWriter.Seal(_key, [new(row.Target, LetterCase.Any, null, [])], [], Threads, _random);
        var secrets = SecretSet.Of(new SealedSecrets(file, _key, Threads));
        var found = new List<FoundTerm>();
        secrets.Search(FoldedText.Of(row.Text).Read, found);
        return found.Exists(match => match.Certainty == TermCertainty.Certain) ||
            new SecretSearch(secrets, GateSwitches.All).Find(Encoding.UTF8.GetBytes(row.Text), FileForm.Markup).Any(match => match.Certainty == TermCertainty.Certain);
    }

    private List<GateFinding> Check(SealedTerm[] terms, string[] numbers, string page)
    {
        _site.Put("index.html", page);
        var (file, _) = SealedRedactionsWriter.Seal(_key, terms, numbers, Threads, _random);
        var input = new GateInput
        {
            Secrets = SecretSet.Of(new SealedSecrets(SealedRedactions.Parse(file.ToBytes(), "redactions.sealed"), _key, Threads)),
            Today = new DateOnly(2026, 11, 21),
            Parallelism = 2,
            Switches = GateSwitches.All with { Times = false },
        };
        return [.. SiteGate.Run(StagedSite.Open(_site.Root, "https://blog.example"), input, CancellationToken.None).Findings.Where(finding => finding.Check == "secrets")];
    }
}
