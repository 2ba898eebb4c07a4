using System.Text;
using Blog.Gate;
using Blog.Gate.Bytes;
using Blog.Tests.Text;
using Blog.Text;

namespace Blog.Tests.Gate;

/// <summary>The shared list of 1,389 disguised names and contacts: by level what is found, by the search in bytes or by the matcher in Markdown.</summary>
public sealed class EvasionTests
{
    private enum Outcome
    {
        Missed,
        Flagged,
        Found,
    }

    [SharedFact]
    public void What_stands_in_the_open_is_found() => Assert.All(Outcomes(0), row => Assert.Equal(Outcome.Found, row.Outcome));

    [SharedFact]
    public void Every_disguise_of_the_first_level_is_found()
    {
        var rows = Outcomes(1);

        Assert.Equal(1041, rows.Count);
        Assert.All(rows, row => Assert.True(row.Outcome == Outcome.Found, $"{row.Row.Id} {row.Row.Technique} {row.Outcome}"));
    }

    [SharedFact]
    public void Of_the_second_level_nearly_all_is_found_or_flagged()
    {
        var rows = Outcomes(2);

        Assert.Equal(226, rows.Count);
        Assert.True(rows.Count(row => row.Outcome != Outcome.Missed) >= rows.Count * 0.95, Missed(rows));
    }

    [SharedFact]
    public void Each_target_raises_no_alarm_in_the_texts_of_the_others()
    {
        // "I was a patient of <name> for two years." with another's name.
        var rows = EvasionRow.ReadAll().Where(row => row.Level <= 1).ToList();
        var targets = rows.Select(row => row.Target).Distinct(StringComparer.Ordinal).ToList();
        var search = new SecretSearch(SecretSet.Of(targets.Select((target, i) => new Secret($"{i}", target, SecretScope.Everywhere))), GateSwitches.All);
        var alarms = new List<string>();
        foreach (var row in rows)
        {
            var own = Targets(row.Target, targets);
            alarms.AddRange(search.Find(Encoding.UTF8.GetBytes(row.Text), FileForm.Markup)
                .Where(match => match.Certainty == TermCertainty.Certain && !own.Contains(match.Secret)).Select(match => $"{row.Id}: {targets[match.Secret]}"));
        }

        Assert.Empty(alarms);
    }

    /// <summary>A name also stands within its own e-mail address and handle.</summary>
    private static HashSet<int> Targets(string target, List<string> targets)
    {
        var letters = FoldedText.Of(target).Letters;
        return [.. Enumerable.Range(0, targets.Count).Where(i => targets[i] == target || letters.Contains(FoldedText.Of(targets[i]).Letters, StringComparison.Ordinal))];
    }

    private static List<(EvasionRow Row, Outcome Outcome)> Outcomes(int level) =>
        [.. EvasionRow.ReadAll().Where(row => row.Level == level).Select(row => (row, Look(row)))];

    private static Outcome Look(EvasionRow row)
    {
        var matches = new SecretSearch(SecretSet.Of([new Secret("1", row.Target, SecretScope.Everywhere)]), GateSwitches.All).Find(Encoding.UTF8.GetBytes(row.Text), FileForm.Markup);
        var matcher = TermMatcher.Of([row.Target]);
        var folded = FoldedText.Of(row.Text);
        return matches.Any(match => match.Certainty == TermCertainty.Certain) || matcher.Find(folded).Count > 0 ? Outcome.Found
            : matches.Count > 0 || matcher.FindSuspicious(folded).Count > 0 ? Outcome.Flagged : Outcome.Missed;
    }

    private static string Missed(IEnumerable<(EvasionRow Row, Outcome Outcome)> rows) =>
        string.Join(' ', rows.Where(row => row.Outcome == Outcome.Missed).Select(row => $"{row.Row.Id}:{row.Row.Technique}"));
}
