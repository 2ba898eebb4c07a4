using System.Collections.Concurrent;
using Blog.Content;
using Blog.Html;
using Blog.Model;
using Blog.Redact;
using Blog.Source;

namespace Blog.Commands.Checks;

/// <summary>Reads every text of <c>input/</c> as a build would, drafts and posts of days to come too: links that lead nowhere, names that are nearly a public one, and the links to other sites.</summary>
internal sealed class TextCheck
{
    private readonly ConcurrentBag<SourceFinding> _findings = [];
    private readonly ConcurrentBag<SourceFinding> _doubts = [];
    private readonly ConcurrentBag<OutsideLink> _links = [];
    private readonly NameSpelling _names;

    private TextCheck(SiteSettings settings) => _names = new NameSpelling(settings.PublicNames.Concat(settings.KeptNames));

    /// <summary>What must be put right: links within the site that lead nowhere, and whatever else could not be shown as it was meant; by file and line.</summary>
    public IReadOnlyList<SourceFinding> Findings => [.. _findings.OrderBy(finding => finding, Comparer<SourceFinding>.Create(SourceFinding.Compare))];

    /// <summary>What somebody should look at: names that are nearly a public one; by file and line.</summary>
    public IReadOnlyList<SourceFinding> Doubts => [.. _doubts.OrderBy(finding => finding, Comparer<SourceFinding>.Create(SourceFinding.Compare)).ThenBy(finding => finding.Message, StringComparer.Ordinal)];

    /// <summary>Every link to another site, by file and line.</summary>
    public IReadOnlyList<OutsideLink> Links => [.. _links.OrderBy(link => link.Path, StringComparer.Ordinal).ThenBy(link => link.Line).ThenBy(link => link.Address, StringComparer.Ordinal)];

    /// <summary>Reads all texts; null where the files cannot be read, which <c>check</c> has said already.</summary>
    /// <param name="reader">The blog.</param>
    /// <param name="today">The day: what ended before is not looked at.</param>
    public static TextCheck? Run(BlogReader reader, DateOnly today)
    {
        try
        {
            var settings = reader.ReadSettings();
            var index = SiteIndexReader.Read(reader, settings, today, Environment.ProcessorCount, null, withUnfinished: true);
            var check = new TextCheck(settings);
            var renderer = new PostRenderer(index, reader);
            Parallel.ForEach(index.Posts.Concat(index.Pages), entry =>
            {
                foreach (var text in renderer.Texts(entry))
                {
                    check.Read(text);
                }
            });
            return check;
        }
        catch (Exception e) when (e is SourceException || (e as AggregateException)?.InnerExceptions.All(inner => inner is SourceException) == true)
        {
            return null;
        }
    }

    private void Read(CheckedText text)
    {
        foreach (var finding in text.Rendered.Findings)
        {
            _findings.Add(new SourceFinding(text.Path, text.LineOf(finding.Line), "text", $"{text.Unit}: {finding.Reason}.", Fixable: false));
        }

        foreach (var link in text.Rendered.Links.Where(link => link.Kind == LinkKind.External))
        {
            _links.Add(new OutsideLink(text.Path, text.LineOf(LineIn(text.Body, link.Href)), text.Date, link.Href));
        }

        if (text.IsPost)
        {
            foreach (var near in _names.In(text.Body))
            {
                _doubts.Add(new SourceFinding(text.Path, text.LineOf(LineAt(text.Body, near.Range.Start)), "name", $"a name is nearly \"{near.Name}\" of publicNames or names.keep. Correct it, or if it is another name, see that it may stand there.", Fixable: false));
            }
        }
    }

    /// <summary>Line of the text on which an address stands; the first where it stands there in another form.</summary>
    private static int LineIn(string body, string address)
    {
        var wanted = address.TrimEnd('/');
        for (var at = body.IndexOf(wanted, StringComparison.OrdinalIgnoreCase); at >= 0; at = body.IndexOf(wanted, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + wanted.Length;
            if (end == body.Length || body[end] is '/' or ')' or '>' or '"' or ']' || char.IsWhiteSpace(body[end]))
            {
                return LineAt(body, at);
            }
        }

        return 1;
    }

    private static int LineAt(string body, int position) => 1 + body.AsSpan(0, position).Count('\n');
}
