using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>What and where somebody studied: universities, degrees of somebody, dissertations.</summary>
internal sealed partial class EducationRecognizer : IRecognizer
{
    private const string Degree = @"(?:degree|PhD|doctorate|master['’]?s|MA|MSc|BA|BSc|LLB|LLM|MBA|diploma|NVQ ?[0-9]?|VQ ?[0-9]|PGCE|DipSW|DipPS|Dip ?SW|Dip ?PS|CQSW|PQF|PQiP|HNC|HND|BTEC|A[- ]levels?|first)";

    private static readonly CueRule[] Rules =
    [
        new(WordClass.Education, University(), 0.75, "The name of a university or college."),
        new(WordClass.Education, Studied(), 0.65, "What somebody studied, or where."),
        new(WordClass.Education, Holds(), 0.6, "A degree or diploma that somebody has or works for."),
        new(WordClass.Education, Own(), 0.55, "Somebody's own studies."),
    ];

    /// <inheritdoc/>
    public string Name => "education";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found) => CueRule.FindAll(this, FindingKind.Education, text, found, Rules);

    [GeneratedRegex(@"\b(?:University|Uni|College|Institute) of (?:the )?[A-Z][\p{L}'’]{2,20}(?: (?:and )?[A-Z][\p{L}'’]{2,20})?|\b(?!The )(?:[A-Z][\p{L}'’]{2,20} ){1,3}(?:University|Polytechnic)(?: College)?\b|\b[A-Z][\p{L}'’]{3,20} (?:uni|poly)\b", RegexOptions.CultureInvariant)]
    private static partial Regex University();

    [GeneratedRegex(@"\b(?:I|he|she|who|have|has|had|having|and|recently|me) (?:\p{L}{2,12} )?(?:graduated|studied|studying) (?:(?:in|at|from|for|as|my|an?) )?(?:the )?\p{L}{3,20}(?: (?:and |of |in |at )?(?!(?:and|at|in|of|a|an|the|but|from|with|which|whilst|while|who|where|to|for|so|as|when|then|my|I|it|is|was|have|has|had|now|before|after|because)\b)\p{L}{3,20}){0,3}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Studied();

    [GeneratedRegex(@"\b(?:I|I['’]ve|he|she|who) (?:already |also |now |currently |then )?(?:have|has|had|hold|holds|held|got|did|done|completed|gained|obtained|took|am doing|['’]m doing|was doing|am studying for|studied for|wish I had|don['’]t have) (?:got )?(?:a|an|my|the|his|her) [^.,;!?\n]{0,40}?\b" + Degree + @"\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Holds();

    [GeneratedRegex(@"\b(?:my|his|her) (?:final year |first |second |third |undergraduate |postgraduate )?(?:dissertation|thesis|degree|PhD|master['’]?s|MSc|MA|VQ ?[0-9]|NVQ ?[0-9]?|DipSW|DipPS|CQSW|PQF|PQiP|uni(?:versity)?(?: course)?|final year at (?:uni|university|college))\b|\b(?:whilst|while|when I was|when) at (?:uni|university|college)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Own();
}
