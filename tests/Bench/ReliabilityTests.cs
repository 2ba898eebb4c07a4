using Blog.Bench.Reliability;
using Microsoft.Data.Sqlite;

namespace Blog.Tests.Bench;

/// <summary>A small slice of the campaign of docs/reliability.md, with a fixed seed, and whether its judge sees what it must see.</summary>
public sealed class ReliabilityTests : IDisposable
{
    private static readonly string[] Program = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll")];

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [StraceFact]
    public void Killed_or_failing_import_release_and_build_lose_nothing_and_end_alike()
    {
        var options = new CampaignOptions { Program = Program, Steps = ["import", "release", "build"], Stops = 4, EveryCommit = false, Instants = 2, Errors = 4, Seed = 7 };
        using var log = CampaignLog.Open(_temporary.File("log.jsonl"), "slice");
        Assert.True(Campaign.Run(options, log, TextWriter.Null));

        Assert.All(log.Results, result => Assert.True(result.Wrong.Count == 0, $"{result.Fault.Key}: {string.Join("; ", result.Wrong)}"));
        Assert.True(log.Results.Count(result => result.Hit) >= 6, "too few disturbances happened"); // of 12; the build's threads share their work anew in each run
    }

    [StraceFact]
    public void Killed_takedowns_and_erasures_are_completed_by_the_next_run_and_leave_no_byte()
    {
        using var said = new StringWriter();
        var (hits, wrong) = ErasureKills.Run(Program, ["now", "erase", "git"], stops: 1, instants: 1, seed: 5, said);
        Assert.True(wrong == 0, said.ToString());
        Assert.True(hits >= 3, "too few kills happened: " + said);
    }

    [StraceFact]
    public void Killed_verbs_of_keys_inbox_and_guests_leave_nothing_half_done()
    {
        using var said = new StringWriter(); // packets take two stores and a console, which take seconds: the campaign does that
        var (hits, wrong) = SharingKills.Run(Program, ["keys-rotate", "pull", "publish"], stops: 1, instants: 0, seed: 5, said);
        Assert.True(wrong == 0, said.ToString());
        Assert.True(hits >= 2, "too few kills happened: " + said);
    }

    [Fact]
    public void A_killed_import_of_another_kind_of_source_run_again_ends_in_the_same_rows_and_files()
    {
        using var said = new StringWriter();
        var (hits, wrong) = ImportKills.Run(Program, ["wordpress"], posts: 60, kills: 2, seed: 5, said);
        Assert.True(wrong == 0, said.ToString());
        Assert.True(hits >= 1, "too few kills happened: " + said);
    }

    [Fact]
    public void A_killed_pass_of_the_tagger_goes_on_and_what_it_learned_is_there_whole_or_not_at_all()
    {
        using var said = new StringWriter();
        var (hits, wrong) = TaggerKills.Run(Program, ["pass", "take"], posts: 8, kills: 1, seed: 5, said);
        Assert.True(wrong == 0, said.ToString());
        Assert.True(hits >= 1, "too few kills happened: " + said);
    }

    [Fact]
    public void The_judge_sees_a_lost_row_a_changed_file_a_mixed_site_and_silence()
    {
        var material = Material();
        var fault = new Fault { Step = material.Step.Name, Kind = FaultKind.Eio, Call = "fsync", Ordinal = 1 };
        Assert.Empty(Between());

        TrialFolder.Copy(material.End, material.Root);
        Execute("PRAGMA foreign_keys = OFF; DELETE FROM comment_text WHERE comment_row = 1");
        Assert.Contains(Between(), wrong => wrong.Contains("lost", StringComparison.Ordinal));

        TrialFolder.Copy(material.End, material.Root);
        Execute("UPDATE comment SET state = 'withheld' WHERE row = 1");
        Assert.Contains(Between(), wrong => wrong.Contains("neither the old nor the new one holds", StringComparison.Ordinal));

        TrialFolder.Copy(material.Start, material.Root);
        File.AppendAllText(Path.Combine(material.Root, "blog", "input", "site.yml"), "\n");
        Assert.Contains(Between(), wrong => wrong.Contains("site.yml is neither old nor new", StringComparison.Ordinal));

        TrialFolder.Copy(material.Start, material.Root);
        _temporary.Put("trial/blog/output/index.html", "half");
        Assert.Contains(Between(), wrong => wrong.Contains("output/", StringComparison.Ordinal));

        TrialFolder.Copy(material.Start, material.Root);
        Assert.Contains(StateRules.Between(material, State(), acknowledged: true), wrong => wrong.Contains("said that its work is kept", StringComparison.Ordinal));

        TrialFolder.Copy(material.End, material.Root);
        var silent = Trial.Judge(material, fault, new ChildRun(0, string.Empty, string.Empty, TimeSpan.Zero), Program, material.Root, mayCope: false);
        Assert.Contains(silent.Wrong, wrong => wrong.StartsWith("silent", StringComparison.Ordinal));

        List<string> Between() => [.. StateRules.Between(material, State(), acknowledged: false)];
        BlogState State() => BlogState.Read(material.Root, _temporary.Root);
    }

    private StepMaterial Material()
    {
        File.WriteAllText(_temporary.File(Steps.FirstExport), InventedArchive.First());
        File.WriteAllText(_temporary.File(Steps.SecondExport), InventedArchive.Again());
        var made = Directory.CreateDirectory(_temporary.File("made")).FullName;
        Assert.Equal(0, ChildRun.Of(made, [.. Program, .. Steps.Init]).ExitCode);
        Assert.Equal(0, ChildRun.Of(made, [.. Program, .. Steps.All.Single(step => step.Name == "import").Arguments]).ExitCode);
        return StepMaterial.Of(Steps.All.Single(step => step.Name == "import again"), made, _temporary.Root, Program, trace: false);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_temporary.File("trial", "vault", "vault.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
