using System.Globalization;
using Blog.Pages;
using Blog.Pages.Charts;
using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>Draws what was taken out by kind over the months in which it was decided.</summary>
internal static class RedactionCourse
{
    private const string NoKind = "other";

    /// <summary>The drawing with its numbers; null where nothing was taken out yet. Decisions that were taken back count where they were made.</summary>
    public static ChartView? Of(IEnumerable<VaultDecision> decisions)
    {
        var made = decisions.Where(decision => decision.Action is DecisionAction.Redact or DecisionAction.Withhold or DecisionAction.Pseudonym)
            .Select(decision => (Month: new DateOnly(decision.Made.Year, decision.Made.Month, 1), Kind: decision.Action == DecisionAction.Redact ? decision.Kind ?? NoKind : decision.Action == DecisionAction.Withhold ? "whole text" : "name of a writer")).ToList();
        if (made.Count == 0)
        {
            return null;
        }

        var months = new List<DateOnly>();
        for (var month = made.Min(decision => decision.Month); month <= made.Max(decision => decision.Month); month = month.AddMonths(1))
        {
            months.Add(month);
        }

        var kinds = made.GroupBy(decision => decision.Kind, StringComparer.Ordinal).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        var lines = kinds.ConvertAll(kind => (Name: kind.Key, Values: (IReadOnlyList<double>)months.ConvertAll(month => (double)kind.Count(decision => decision.Month == month))));
        var labels = months.ConvertAll(month => month.ToString("MMM yyyy", CultureInfo.InvariantCulture));
        return new ChartView(
            "What was taken out, by month",
            RowsChart.Draw($"Decisions that take something out, by kind and month, each to its own scale, {labels[0]} to {labels[^1]}", labels, [.. lines.Take(RowsChart.MostRows)]),
            ["Month", .. lines.Select(line => line.Name)],
            [.. labels.Select((label, place) => (IReadOnlyList<string>)[label, .. lines.Select(line => line.Values[place].ToString("N0", CultureInfo.InvariantCulture))])]);
    }
}
