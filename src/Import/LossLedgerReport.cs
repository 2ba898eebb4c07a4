using System.Globalization;

namespace Blog.Import;

/// <summary>Writes a <see cref="LossLedger"/> as plain lines: counts, fixed phrases and ids, never text of the source.</summary>
public sealed class LossLedgerReport
{
    private const int IdsALine = 12;

    private readonly LossLedger _ledger;

    /// <summary>Reports this account.</summary>
    public LossLedgerReport(LossLedger ledger) => _ledger = ledger;

    /// <summary>Writes the account; LF line ends, the same account gives the same lines.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(TextWriter writer)
    {
        Line(writer, $"{_ledger.In} entries in the source");
        foreach (var line in _ledger.Lines)
        {
            Write(writer, line);
        }

        Line(writer, $"  = {_ledger.Out}: {(_ledger.Balances ? "every entry is accounted for" : "THIS DOES NOT ADD UP")}");
        foreach (var repair in _ledger.Repairs)
        {
            Line(writer, $"mended: {repair.Reason}: {repair.Count} (first at {repair.FirstPlace})");
        }

        foreach (var (reason, count) in _ledger.TextChanges)
        {
            Line(writer, $"in texts: {reason}: {count}");
        }

        foreach (var flag in _ledger.Flags)
        {
            writer.Write("to look at: ");
            Write(writer, flag);
        }

        foreach (var finding in _ledger.Findings)
        {
            Line(writer, $"finding: {finding}");
        }
    }

    private static void Write(TextWriter writer, LedgerLine line)
    {
        // What is lost is listed whole; the rest is a reminder.
        var shown = line.Name.StartsWith("lost: ", StringComparison.Ordinal) ? line.Ids.Count : Math.Min(IdsALine, line.Ids.Count);
        var ids = string.Join(", ", line.Ids.Take(shown));
        var more = line.Count > shown ? string.Create(CultureInfo.InvariantCulture, $" and {line.Count - shown} more") : string.Empty;
        Line(writer, $"  {line.Count} {line.Name}{(ids.Length > 0 ? $": {ids}{more}" : string.Empty)}");
    }

    private static void Line(TextWriter writer, FormattableString text)
    {
        writer.Write(text.ToString(CultureInfo.InvariantCulture));
        writer.Write('\n');
    }
}
