using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>Names of files, which often hold the name of a person or a case, and paths with a user's name in them.</summary>
internal sealed partial class FileNameRecognizer : IRecognizer
{
    private const int MaxName = 100;
    private const int MaxEnding = 5;

    private static readonly FrozenSet<string> Endings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "doc", "docx", "pdf", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "gif", "tif", "tiff", "txt", "csv", "zip", "msg", "eml", "odt", "ods", "rtf", "mp3", "mp4", "m4a", "mov", "avi", "wav", "heic", "webp", "pst", "vcf");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndingLookup = Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public string Name => "file-name";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        for (var stop = text.Text.IndexOf('.', StringComparison.Ordinal); stop >= 0; stop = text.Text.IndexOf('.', stop + 1))
        {
            AddDocument(text.Text, found, stop);
        }

        if (text.Text.Contains(":\\", StringComparison.Ordinal) || text.Text.Contains("/home/", StringComparison.Ordinal) || text.Text.Contains("/Users/", StringComparison.Ordinal))
        {
            foreach (var match in UserPath().EnumerateMatches(text.Text))
            {
                found.Add(this, FindingKind.FileName, match.Index, match.Index + match.Length, 0.8, "A path in a user's own folder.");
            }
        }
    }

    /// <summary>Reads outwards from a stop: a known ending after it, at least two characters of a name before it.</summary>
    private void AddDocument(string text, FoundList found, int stop)
    {
        var end = stop + 1;
        while (end < text.Length && end - stop <= MaxEnding + 1 && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        if (!EndingLookup.Contains(text.AsSpan(stop + 1, end - stop - 1)))
        {
            return;
        }

        var start = stop;
        while (start > 0 && stop - start < MaxName && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '%' or '(' or ')' or '.'))
        {
            start--;
        }

        while (start < stop && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        if (stop - start > 1)
        {
            found.Add(this, FindingKind.FileName, start, end, 0.65, "The name of a file with a known ending.");
        }
    }

    [GeneratedRegex(@"(?:\b[A-Za-z]:\\+(?:Users|Documents and Settings)\\+|(?<![\p{L}\p{N}/])/(?:home|Users)/)[\p{L}\p{N}._ -]{1,40}", RegexOptions.CultureInvariant)]
    private static partial Regex UserPath();
}
