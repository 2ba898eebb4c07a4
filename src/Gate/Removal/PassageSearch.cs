using System.Buffers;
using System.Net;
using System.Text;
using Blog.Gate.Bytes;
using Blog.Gate.Checks;
using Blog.Html;
using Blog.Site;
using Blog.Source;

namespace Blog.Gate.Removal;

/// <summary>Finds passages in files as the safety check does, and takes them out of texts. One for a worker.</summary>
internal sealed class PassageSearch(PassageFinder passages)
{
    /// <summary>What stands where words were taken out.</summary>
    public const string Mark = "[redacted]";

    private readonly SecretSearch _search = new(SecretSet.Of([], [], new ErasedSecrets(passages, null)), GateSwitches.All);

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsEmpty => passages.Count == 0;

    /// <summary>
    /// Where passages stand in the bytes of a file, however they are encoded: rising, those that meet joined, each with the whole of the words at its ends. What is cut off of a text may end within a
    /// word; half a word that stays would be a word that was never published.
    /// </summary>
    /// <exception cref="InvalidDataException">Something compressed in it cannot be unpacked.</exception>
    public IReadOnlyList<(int From, int To)> Find(byte[] bytes, FileForm form)
    {
        var places = new List<(int From, int To)>();
        if (IsEmpty)
        {
            return places;
        }

        foreach (var (from, to) in _search.Find(bytes, form).Select(match => (From: WordStart(bytes, match.Offset), To: WordEnd(bytes, match.End))).OrderBy(place => place.From))
        {
            if (places.Count > 0 && from <= places[^1].To)
            {
                places[^1] = (places[^1].From, Math.Max(places[^1].To, to));
            }
            else
            {
                places.Add((from, to));
            }
        }

        return places;
    }

    /// <summary>Whether a file holds a passage; one that cannot be searched does.</summary>
    public bool IsIn(string file, byte[] bytes)
    {
        try
        {
            return Find(bytes, SecretCheck.FormOf(file)).Count > 0;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    /// <summary>A plain text without its passages.</summary>
    public string Plain(string text)
    {
        var clean = new StringBuilder();
        var at = 0;
        foreach (var (found, foundEnd) in passages.Find(text))
        {
            var (start, end) = (found, foundEnd);
            while (start > at && char.IsLetterOrDigit(text[start - 1]))
            {
                start--;
            }

            while (end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1]))
            {
                end++;
            }

            if (start >= at)
            {
                clean.Append(text, at, start - at).Append(Mark);
                at = end;
            }
            else
            {
                at = Math.Max(at, end); // begins in the word with which the one before ended
            }
        }

        return at == 0 ? text : clean.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Edits that take places out of a page: texts and attributes' values go, tags stay.</summary>
    /// <param name="page">The page, or a fragment.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="places">Places of passages.</param>
    public static IEnumerable<(int From, int To, string Text)> Edits(byte[] page, IReadOnlyList<PageToken> tokens, IReadOnlyList<(int From, int To)> places)
    {
        var first = 0;
        foreach (var (from, to) in places)
        {
            while (first < tokens.Count && tokens[first].To <= from)
            {
                first++;
            }

            var isMarked = false;
            for (var i = first; i < tokens.Count && tokens[i].From < to; i++)
            {
                var start = Math.Max(from, tokens[i].From);
                var end = Math.Min(to, tokens[i].To);
                if (tokens[i].Kind == PageTokenKind.End || tokens[i].IsScript || (tokens[i].Kind == PageTokenKind.Start && from < tokens[i].From))
                {
                    continue;
                }

                end = AfterReference(page, start, end, tokens[i].To);
                yield return (start, end, isMarked ? string.Empty : Mark);
                isMarked = true;
            }
        }
    }

    /// <summary>Takes passages out of markup that stands escaped in a feed.</summary>
    public string Markup(string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        var places = Find(bytes, FileForm.Markup);
        return places.Count == 0 ? html : Encoding.UTF8.GetString(ByteEdits.Apply(bytes, Edits(bytes, PageToken.Of(bytes), places)));
    }

    /// <summary>An element's text in a feed: decoded, cleaned, and written again.</summary>
    /// <param name="xml">The text as it stands in the file.</param>
    /// <param name="isMarkup">Whether it is markup, escaped.</param>
    public string Xml(string xml, bool isMarkup)
    {
        var text = WebUtility.HtmlDecode(xml);
        var clean = isMarkup ? Markup(text) : Plain(text);
        if (clean == text)
        {
            return xml;
        }

        var written = new StringBuilder();
        XmlText.Append(written, clean);
        return written.ToString();
    }

    /// <summary>Where the word begins within which an offset lies; the offset itself where it lies in none.</summary>
    private static int WordStart(ReadOnlySpan<byte> bytes, int offset)
    {
        if (Rune.DecodeFromUtf8(bytes[offset..], out var first, out _) != OperationStatus.Done || !Rune.IsLetterOrDigit(first))
        {
            return offset;
        }

        while (offset > 0 && Rune.DecodeLastFromUtf8(bytes[..offset], out var rune, out var length) == OperationStatus.Done && Rune.IsLetterOrDigit(rune))
        {
            offset -= length;
        }

        return offset;
    }

    /// <summary>Where the word ends whose letter stands before an offset; the offset itself where none does.</summary>
    private static int WordEnd(ReadOnlySpan<byte> bytes, int offset)
    {
        if (Rune.DecodeLastFromUtf8(bytes[..offset], out var last, out _) != OperationStatus.Done || !Rune.IsLetterOrDigit(last))
        {
            return offset;
        }

        while (offset < bytes.Length && Rune.DecodeFromUtf8(bytes[offset..], out var rune, out var length) == OperationStatus.Done && Rune.IsLetterOrDigit(rune))
        {
            offset += length;
        }

        return offset;
    }

    /// <summary>An end that cuts no character reference in two.</summary>
    private static int AfterReference(byte[] page, int start, int end, int limit)
    {
        const int longest = 12;
        var and = page.AsSpan(start, end - start).LastIndexOf((byte)'&');
        if (and < 0 || end - start - and > longest || page.AsSpan(start + and, end - start - and).Contains((byte)';'))
        {
            return end;
        }

        var close = page.AsSpan(end, Math.Min(longest, limit - end)).IndexOf((byte)';');
        return close < 0 ? end : end + close + 1;
    }
}
