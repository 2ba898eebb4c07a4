using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>Names of files, which often hold the name of a person or a case, and paths with a user's name in them.</summary>
internal sealed partial class FileNameRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public string Name => "file-name";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        if (!text.Text.Contains('.', StringComparison.Ordinal) && !text.Text.Contains('\\', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var match in Document().EnumerateMatches(text.Text))
        {
            found.Add(this, FindingKind.FileName, match.Index, match.Index + match.Length, 0.65, "The name of a file with a known ending.");
        }

        foreach (var match in UserPath().EnumerateMatches(text.Text))
        {
            found.Add(this, FindingKind.FileName, match.Index, match.Index + match.Length, 0.8, "A path in a user's own folder.");
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_.%-])[\p{L}\p{N}_][\p{L}\p{N}_%()-]{1,80}(?:\.[\p{L}\p{N}_-]{1,40}){0,3}\.(?:docx?|pdf|xlsx?|pptx?|jpe?g|png|gif|tiff?|txt|csv|zip|msg|eml|odt|ods|rtf|mp3|mp4|m4a|mov|avi|wav|heic|webp|pst|vcf)(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Document();

    [GeneratedRegex(@"(?:\b[A-Za-z]:\\+(?:Users|Documents and Settings)\\+|(?<![\p{L}\p{N}/])/(?:home|Users)/)[\p{L}\p{N}._ -]{1,40}", RegexOptions.CultureInvariant)]
    private static partial Regex UserPath();
}
