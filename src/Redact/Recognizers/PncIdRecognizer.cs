using System.Globalization;
using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>Identifiers of the Police National Computer ("2015/1234567A", "15/1234567A") and of the criminal records office ("123456/15A", "SF39/12345A"), by their check letter.</summary>
/// <remarks>
/// Year and serial read as one number, modulo 23, give a letter of an alphabet without I, O and S that begins with Z (CJS Data Standards
/// Catalogue, "PNC ID" and "CRO Number"). A wrong letter is a mistyped number, or something else of the form.
/// </remarks>
internal sealed partial class PncIdRecognizer : IRecognizer
{
    private const string Letters = "ZABCDEFGHJKLMNPQRTUVWXY";
    private const int Context = 30;
    private const int PncSerial = 10_000_000;
    private const int CroSerial = 1_000_000;

    private static readonly NumberForm PncForm = new(Pnc(), 3) { IsMixed = true, Mark = ('/', 1) };
    private static readonly NumberForm CroForm = new(Cro(), 5) { IsMixed = true, Mark = ('/', 1) };

    /// <inheritdoc/>
    public string Name => "pnc-id";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, PncForm))
        {
            var words = text.Text.AsSpan(match.Start, match.Length);
            var slash = words.IndexOf('/');
            Add(text, found, match, Number(words[..slash][^2..]), Number(words[(slash + 1)..^1]), PncSerial);
        }

        foreach (var match in NumberForms.Find(text, CroForm))
        {
            var words = text.Text.AsSpan(match.Start, match.Length);
            var slash = words.IndexOf('/');
            var isFile = char.IsAsciiLetter(words[0]); // "SF39/12345A": the year comes first
            var year = Number(isFile ? words[2..slash] : words[(slash + 1)..^1]);
            var serial = Number(isFile ? words[(slash + 1)..^1] : words[..slash]);
            Add(text, found, match, year, serial, CroSerial);
        }
    }

    private void Add(ScannedText text, FoundList found, TextRange match, long year, long serial, int scale)
    {
        var isRight = Letters[(int)(((year * scale) + serial) % Letters.Length)] == char.ToUpperInvariant(text.Text[match.End - 1]);
        var isCalled = Called().IsMatch(NumberForms.Before(text, match.Start, Context));
        var (score, why) = (isRight, isCalled) switch
        {
            (true, true) => (1, "A police identifier with its check letter, after words that say so."),
            (true, false) => (0.85, "A police identifier with its check letter."),
            (false, true) => (0.7, "A police identifier by the words before it; the check letter is wrong, as in a mistyped one."),
            _ => (0.3, "The form of a police identifier; the check letter is wrong."),
        };
        found.Add(this, FindingKind.PersonalNumber, match.Start, match.End, score, why);
    }

    private static long Number(ReadOnlySpan<char> digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\p{L}\p{N}/])(?:19|20)?[0-9]{2}/[0-9]{1,7}[A-HJ-NP-RT-Za-hj-np-rt-z](?![\p{L}\p{N}/])", RegexOptions.CultureInvariant)]
    private static partial Regex Pnc();

    [GeneratedRegex(@"(?<![\p{L}\p{N}/])(?:[0-9]{3,6}/[0-9]{2}|[Ss][Ff][0-9]{2}/[0-9]{1,6})[A-HJ-NP-RT-Za-hj-np-rt-z](?![\p{L}\p{N}/])", RegexOptions.CultureInvariant)]
    private static partial Regex Cro();

    [GeneratedRegex(@"\b(?:pnc|pncid|cro|police)\b[^.!?\n]{0,15}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Called();
}
