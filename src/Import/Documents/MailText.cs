using System.Text.RegularExpressions;

namespace Blog.Import.Documents;

/// <summary>Parts what somebody wrote in a mail from what their program added: quoted mails, attributions, signatures.</summary>
internal static partial class MailText
{
    private const int LongestSignature = 10; // lines
    private const int LongestSignatureLine = 70;

    /// <summary>The writer's own words; everything set apart is listed.</summary>
    public static string Own(string text, DocumentFindings findings)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        CutQuotedMail(lines, findings);
        CutQuotedLines(lines, findings);
        CutSignature(lines, findings);
        return string.Join('\n', lines);
    }

    /// <summary>From the head of a quoted or forwarded mail on, everything is somebody else's.</summary>
    private static void CutQuotedMail(List<string> lines, DocumentFindings findings)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Separator().IsMatch(lines[i]) || IsHead(lines, i))
            {
                var start = i > 0 && lines[i - 1].Trim().Length >= 10 && lines[i - 1].Trim().All(c => c is '_' or '-') ? i - 1 : i;
                findings.Hide(HiddenPieceKind.QuotedReply, At(start), string.Join('\n', lines[start..]));
                lines.RemoveRange(start, lines.Count - start);
                return;
            }
        }
    }

    /// <summary>Outlook's head: "From:", and soon after it two of "Sent:", "Date:", "To:", "Subject:".</summary>
    private static bool IsHead(List<string> lines, int at)
    {
        if (!lines[at].TrimStart('*', ' ').StartsWith("From:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var found = 0;
        for (var i = at + 1; i < Math.Min(at + 7, lines.Count); i++)
        {
            found += HeadLine().IsMatch(lines[i]) ? 1 : 0;
        }

        return found >= 2;
    }

    private static void CutQuotedLines(List<string> lines, DocumentFindings findings)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].StartsWith('>'))
            {
                continue;
            }

            var end = i;
            while (end < lines.Count && (lines[end].StartsWith('>') || (string.IsNullOrWhiteSpace(lines[end]) && end + 1 < lines.Count && lines[end + 1].StartsWith('>'))))
            {
                end++;
            }

            var start = AttributionStart(lines, i);
            findings.Hide(HiddenPieceKind.QuotedReply, At(start), string.Join('\n', lines[start..end]));
            lines.RemoveRange(start, end - start);
            lines.Insert(start, string.Empty);
            i = start;
        }
    }

    /// <summary>Where "On Monday, somebody wrote:" before a quotation begins; it may be broken over three lines.</summary>
    private static int AttributionStart(List<string> lines, int quote)
    {
        var last = quote - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(lines[last]))
        {
            last--;
        }

        if (last < 0 || !lines[last].TrimEnd().EndsWith(':'))
        {
            return quote;
        }

        for (var i = last; i >= Math.Max(0, last - 2) && !string.IsNullOrWhiteSpace(lines[i]); i--)
        {
            if (Attribution().IsMatch(string.Join(' ', lines[i..(last + 1)])))
            {
                return i;
            }
        }

        return quote;
    }

    private static void CutSignature(List<string> lines, DocumentFindings findings)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (Device().IsMatch(lines[i]))
            {
                findings.Hide(HiddenPieceKind.Signature, At(i), lines[i]);
                lines.RemoveAt(i);
            }
        }

        var dashes = lines.FindIndex(line => line is "-- " or "--");
        if (dashes >= 0)
        {
            Cut(lines, dashes, findings);
        }

        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var written = 0;
        for (var i = lines.Count - 1; i >= 0 && written <= LongestSignature && lines[i].Trim().Length <= LongestSignatureLine; i--)
        {
            written += string.IsNullOrWhiteSpace(lines[i]) ? 0 : 1;
            if (Closing().IsMatch(lines[i]))
            {
                Cut(lines, i, findings);
                return;
            }
        }
    }

    private static void Cut(List<string> lines, int at, DocumentFindings findings)
    {
        findings.Hide(HiddenPieceKind.Signature, At(at), string.Join('\n', lines[at..]));
        lines.RemoveRange(at, lines.Count - at);
    }

    private static string At(int line) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {line + 1}");

    [GeneratedRegex(@"^\s*(?:-{2,}\s*(?:Original Message|Forwarded message|Original Appointment)\s*-{2,}|Begin forwarded message:)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[\s*]*(?:Sent|Date|To|Cc|Subject):", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadLine();

    [GeneratedRegex(@"^\s*(?:On\b.{1,300}\bwrote:|.{1,200}[<(][^>)\s]+@[^>)\s]+[>)].{0,60}:|Le\b.{1,300}écrit\s*:|Am\b.{1,300}schrieb.{0,200}:)\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^\s*(?:Sent (?:from|via|with) (?:my |the )?\S.{0,60}|Get Outlook for \S.{0,80}|Sent using \S.{0,60})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Device();

    [GeneratedRegex(@"^\s*(?:(?:Kind|Kindest|Best|Warm|Warmest|Many|With kind|With best) (?:regards|wishes|thanks)|Regards|Best|Cheers|Thanks|Thank you|Many thanks|Yours (?:sincerely|faithfully|truly|ever)|Sincerely|All the best|Take care)\s*[,.!-]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Closing();
}
