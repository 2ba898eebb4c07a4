using Blog.Gate;

namespace Blog.Commands;

/// <summary>Prints what the safety check found, at most two hundred lines of it, with the count of the rest.</summary>
internal static class GateReport
{
    private const int MaxLines = 200;

    public static void Write(IReadOnlyList<GateFinding> findings, TextWriter output)
    {
        foreach (var finding in findings.Take(MaxLines))
        {
            output.WriteLine(finding);
        }

        if (findings.Count > MaxLines)
        {
            output.WriteLine($"... and {findings.Count - MaxLines} more.");
        }
    }
}
