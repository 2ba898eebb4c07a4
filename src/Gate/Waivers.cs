namespace Blog.Gate;

/// <summary>Takes out of the findings what a person has allowed at one place, and reports allowances that have ended.</summary>
internal static class Waivers
{
    /// <summary>Applies waivers to findings in place; returns how many findings were allowed.</summary>
    public static int Apply(List<GateFinding> findings, IReadOnlyList<GateWaiver> waivers, DateOnly today)
    {
        var allowed = findings.RemoveAll(finding => Allow(finding, waivers, today));
        foreach (var waiver in waivers)
        {
            if (string.IsNullOrWhiteSpace(waiver.Reason))
            {
                findings.Add(Complaint(waiver, "has no reason, so it allows nothing."));
            }
            else if (waiver.Until < today)
            {
                findings.Add(Complaint(waiver, "has ended."));
            }
        }

        return allowed;
    }

    /// <summary>Whether a waiver that holds today allows a finding.</summary>
    public static bool Allow(GateFinding finding, IReadOnlyList<GateWaiver> waivers, DateOnly today) =>
        finding.Case is not null && waivers.Any(waiver =>
            waiver.Case == finding.Case && waiver.Place == finding.Place && waiver.Until >= today && !string.IsNullOrWhiteSpace(waiver.Reason));

    private static GateFinding Complaint(GateWaiver waiver, string what) =>
        new("waivers", waiver.Place, 0, $"the permission for case {waiver.Case} at this place {what}", "Give it anew with a reason and an end, or take it back.") { Case = waiver.Case, Place = waiver.Place };
}
