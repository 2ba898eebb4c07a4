using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Blog.Import.Documents;

/// <summary>Decodes what headers of mails write in other alphabets than ASCII: encoded words (RFC 2047) and parameters (RFC 2231).</summary>
internal static partial class EncodedWords
{
    private const int Longest = 20_000;

    /// <summary>A header's value with its encoded words decoded; blanks between two of them are none.</summary>
    public static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
        {
            return value;
        }

        value = value.Length > Longest ? value[..Longest] : value;
        var result = new StringBuilder(value.Length);
        var pending = new List<byte>();
        string? charset = null;
        var done = 0;
        foreach (Match word in Word().Matches(value))
        {
            var between = value[done..word.Index];
            if (charset is null || !string.IsNullOrWhiteSpace(between))
            {
                Flush(result, pending, ref charset);
                result.Append(between);
            }

            var named = word.Groups["charset"].Value;
            if (charset is not null && !charset.Equals(named, StringComparison.OrdinalIgnoreCase))
            {
                Flush(result, pending, ref charset);
            }

            charset = named; // a letter may be cut between two words of one encoding, so their bytes are joined first
            var text = word.Groups["text"].Value;
            pending.AddRange(word.Groups["form"].Value is "B" or "b"
                ? TransferEncoding.Base64(Encoding.ASCII.GetBytes(text))
                : TransferEncoding.QuotedPrintable(Encoding.ASCII.GetBytes(text.Replace('_', ' ')), isHeader: true));
            done = word.Index + word.Length;
        }

        Flush(result, pending, ref charset);
        return result.Append(value, done, value.Length - done).ToString();
    }

    /// <summary>A header's first word, in lower case, and its parameters, decoded.</summary>
    public static (string Value, Dictionary<string, string> Parameters) Split(string? header)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (header is null)
        {
            return (string.Empty, parameters);
        }

        header = header.Length > Longest ? header[..Longest] : header;
        var semicolon = header.IndexOf(';', StringComparison.Ordinal);
        var value = (semicolon < 0 ? header : header[..semicolon]).Trim().ToLowerInvariant();
        var pieces = new SortedDictionary<(string Name, int Number), (string Text, bool IsCoded)>();
        foreach (Match match in Parameter().Matches(semicolon < 0 ? string.Empty : header[semicolon..]))
        {
            var text = match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal) : match.Groups["bare"].Value;
            var number = match.Groups["number"].Success && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            pieces.TryAdd((match.Groups["name"].Value.ToLowerInvariant(), number), (text, match.Groups["coded"].Success));
        }

        foreach (var name in pieces.Keys.Select(key => key.Name).Distinct(StringComparer.Ordinal))
        {
            parameters[name] = Join([.. pieces.Where(piece => piece.Key.Name == name).Select(piece => piece.Value)]);
        }

        return (value, parameters);
    }

    private static string Join(List<(string Text, bool IsCoded)> pieces)
    {
        if (!pieces[0].IsCoded)
        {
            return Decode(string.Concat(pieces.Select(piece => piece.Text)));
        }

        // charset'language'percent-coded
        var parts = pieces[0].Text.Split('\'', 3);
        var bytes = new List<byte>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var text = i == 0 && parts.Length == 3 ? parts[2] : pieces[i].Text;
            bytes.AddRange(pieces[i].IsCoded ? Percent(text) : Encoding.UTF8.GetBytes(text));
        }

        return DocumentText.Decode([.. bytes], parts.Length == 3 ? parts[0] : null);
    }

    private static byte[] Percent(string text) =>
        TransferEncoding.QuotedPrintable(Encoding.ASCII.GetBytes(text.Replace('=', '_').Replace('%', '=')), isHeader: true);

    private static void Flush(StringBuilder result, List<byte> pending, ref string? charset)
    {
        result.Append(pending.Count > 0 ? DocumentText.Decode([.. pending], charset) : string.Empty);
        pending.Clear();
        charset = null;
    }

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?(?<form>[BbQq])\?(?<text>[^?]{0,2000})\?=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@";\s*(?<name>[A-Za-z][A-Za-z0-9-]{0,40})(?:\*(?<number>[0-9]{1,3}))?(?<coded>\*)?\s*=\s*(?:""(?<quoted>(?:[^""\\]|\\.)*)""|(?<bare>[^;""\s]*))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
