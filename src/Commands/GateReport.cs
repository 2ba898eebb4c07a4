using System.Globalization;
using Blog.Gate;

namespace Blog.Commands;

/// <summary>Prints what the safety check found, at most two hundred lines of it, with the count of the rest.</summary>
/// <remarks>
/// What is about a secret is told in full only on a terminal, where the person sits who may see the private store. In a log, which others may read, file and line
/// of a secret would say where to look in older copies: there stand only numbers of cases and counts.
/// </remarks>
internal static class GateReport
{
    private const int MaxLines = 200;

    /// <summary>Prints findings and doubts.</summary>
    /// <param name="result">What the check said.</param>
    /// <param name="output">Where to.</param>
    /// <param name="isPrivate">Whether only a person with the private store reads it.</param>
    public static void Write(GateResult result, TextWriter output, bool isPrivate)
    {
        WriteLines(result.Findings.Where(finding => isPrivate || finding.Case is null).ToList(), output, string.Empty);
        if (isPrivate)
        {
            WriteLines(result.Doubts, output, "To look at: ");
        }
        else
        {
            WriteCases(result.Findings, output, "found");
            WriteCases(result.Doubts, output, "to look at");
        }

        if (result.Waived > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Waived} found where a permission holds."));
        }
    }

    /// <summary>Whether a stream is a terminal with a person before it.</summary>
    public static bool IsPrivate(bool isRedirected) => !isRedirected;

    private static void WriteLines(IReadOnlyList<GateFinding> findings, TextWriter output, string lead)
    {
        foreach (var finding in findings.Take(MaxLines))
        {
            output.WriteLine(lead + finding);
        }

        if (findings.Count > MaxLines)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"... and {findings.Count - MaxLines} more."));
        }
    }

    private static void WriteCases(IReadOnlyList<GateFinding> findings, TextWriter output, string what)
    {
        foreach (var group in findings.Where(finding => finding.Case is not null).GroupBy(finding => finding.Case, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Case {group.Key}: {group.Count()} {what}. Run \"gate\" on a terminal beside the private store to see where."));
        }
    }
}
