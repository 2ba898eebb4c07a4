using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Blog.Content;
using Blog.Gate.Reuse;
using Blog.Html;
using Blog.Text;

namespace Blog.Gate.Checks;

/// <summary>
/// Every page is markup that only our writers make: no script but structured data, no inline style or handler, nothing loaded from another host,
/// every link and fragment leads somewhere, and a redaction mark shows one of the words of the closed table, so that none tells how long what it hides is.
/// </summary>
internal sealed partial class PageCheck
{
    public const string Name = "pages";

    private static readonly string[] DroppedElements = ["iframe", "object", "embed", "base", "style", "applet", "frame", "frameset", "template", "portal", "math", "audio", "video"];

    // They load, send or open something by themselves, or hold markup of their own.
    private static readonly string[] DroppedAttributes = ["ping", "formaction", "action", "background", "srcdoc", "xlink:href", "data", "manifest", "dynsrc", "lowsrc", "codebase", "classid"];

    /// <summary>The one name a field may have: that of the hidden field in the declaration of encrypted submissions.</summary>
    private const string BlobField = "blob";

    private static readonly string SubmitFile = SiteAddresses.ToFile(SiteAddresses.Submit);

    private readonly SiteLinks _links;
    private int _lineBefore; // lines of the file before what is read

    /// <summary>Fragments wanted on other pages: (page, fragment) to the first line that wants it; looked up once all pages are read.</summary>
    private readonly Dictionary<(string Page, string Fragment), int> _wanted = [];

    private readonly List<GateFinding> _findings = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<(string Fragment, int Line)> _ownFragments = [];

    public PageCheck(SiteLinks links) => _links = links;

    public IReadOnlyList<GateFinding> Findings => _findings;

    /// <summary>The ids of the page that was read last, for fragments wanted from elsewhere.</summary>
    public string[] Ids => [.. _ids];

    /// <summary>The fragments of other pages wanted since this was last asked.</summary>
    public List<WantedFragment> TakeWanted()
    {
        List<WantedFragment> wanted = [.. _wanted.Select(want => new WantedFragment(want.Key.Page, want.Key.Fragment, want.Value))];
        _wanted.Clear();
        return wanted;
    }

    /// <summary>Reads one page.</summary>
    public void Read(string file, ReadOnlySpan<byte> page) => Read(file, page, 0);

    /// <summary>Reads markup within another file, e.g. of a feed's entry.</summary>
    /// <param name="file">The file.</param>
    /// <param name="page">The markup, decoded.</param>
    /// <param name="lineBefore">Lines of the file before it.</param>
    public void Read(string file, ReadOnlySpan<byte> page, int lineBefore)
    {
        _lineBefore = lineBefore;
        _ids.Clear();
        _ownFragments.Clear();
        var tokens = new PageTokens(page);
        while (tokens.MoveToStart())
        {
            ReadTag(file, ref tokens);
        }

        if (tokens.Trouble is not null)
        {
            Add(file, tokens.Line, tokens.Trouble, "Report it: a page that cannot be read for certain is not published.");
        }

        if (DrawingCheck.FindTrouble(page, out var drawingLine) is { } trouble)
        {
            Add(file, drawingLine, trouble, "Report it: a page has no drawings but the program's own charts.");
        }

        foreach (var (fragment, line) in _ownFragments)
        {
            if (fragment.Length > 0 && fragment != "top" && !_ids.Contains(fragment))
            {
                Add(file, line, $"links to #{fragment}, which is not on this page.", "Correct the link in the post or comment.");
            }
        }
    }

    private void ReadTag(string file, ref PageTokens tokens)
    {
        if (IsOneOf(tokens.Name, DroppedElements))
        {
            Add(file, tokens.Line, $"has a <{Encoding.ASCII.GetString(tokens.Name)}> element, which no page may have.", "Find the text or theme component it comes from and take it out.");
        }

        var isField = tokens.Name.SequenceEqual("input"u8) || tokens.Name.SequenceEqual("textarea"u8) || tokens.Name.SequenceEqual("select"u8) || tokens.Name.SequenceEqual("button"u8);
        if (tokens.Name.SequenceEqual("form"u8) && !IsDeclaration(file, ref tokens))
        {
            Add(file, tokens.Line, "has a <form> element, which no page may have: what is typed into one could be sent unencrypted.", "Find the text or theme component it comes from and take it out.");
        }

        var isScript = tokens.Name.SequenceEqual("script"u8);
        var structuredData = false;
        var isLink = tokens.Name.SequenceEqual("a"u8) || tokens.Name.SequenceEqual("area"u8);
        var loads = !isLink;
        var isMask = false;
        string? kind = null;
        string? refresh = null;
        var isRefresh = false;
        var isOnion = false;
        string? rel = null;
        string? linkHref = null;
        var attributes = tokens.Attributes;
        while (attributes.MoveNext())
        {
            var name = attributes.Name;
            var value = attributes.Value;
            if (name.SequenceEqual("id"u8))
            {
                if (!_ids.Add(PageTokens.Decode(value)))
                {
                    Add(file, tokens.Line, "has the same id twice, so a link to it may land in the wrong place.", "Give one of the two comments another id.");
                }
            }
            else if (name.SequenceEqual("href"u8))
            {
                if (isLink)
                {
                    ReadLink(file, tokens.Line, PageTokens.Decode(value));
                }
                else
                {
                    linkHref = PageTokens.Decode(value);
                }
            }
            else if (name.SequenceEqual("src"u8) || name.SequenceEqual("srcset"u8) || name.SequenceEqual("poster"u8))
            {
                ReadLoad(file, tokens.Line, PageTokens.Decode(value));
            }
            else if (isField && name.SequenceEqual("name"u8) && PageTokens.Decode(value) != BlobField)
            {
                Add(file, tokens.Line, "has a field with a name, by which a browser could send what is typed into it.", "Take the name out of the theme's component; its script finds the field by its id.");
            }
            else if (name.SequenceEqual("rel"u8))
            {
                rel = PageTokens.Decode(value);
            }
            else if (name.SequenceEqual("type"u8) && isScript)
            {
                structuredData = value.SequenceEqual("application/ld+json"u8);
            }
            else if (name.SequenceEqual("class"u8))
            {
                isMask = PageTokens.Decode(value).Split(' ').Contains("redacted", StringComparer.Ordinal);
            }
            else if (name.SequenceEqual("data-kind"u8))
            {
                kind = PageTokens.Decode(value);
            }
            else if (name.SequenceEqual("content"u8))
            {
                refresh = PageTokens.Decode(value);
            }
            else if (name.SequenceEqual("http-equiv"u8))
            {
                isOnion = PageTokens.Decode(value) == "onion-location";
                isRefresh = !isOnion && PageTokens.Decode(value) != "Content-Security-Policy"; // which can only forbid
            }
            else if (name.StartsWith("on"u8) || name.SequenceEqual("style"u8))
            {
                Add(file, tokens.Line, "has a handler or a style in a tag, which the page's policy forbids.", "Find the component it comes from and take it out.");
            }
            else if (IsOneOf(name, DroppedAttributes))
            {
                Add(file, tokens.Line, "has an attribute that loads or sends something by itself.", "Find the component it comes from and take it out.");
            }
        }

        if (isMask)
        {
            ReadMask(file, tokens.Line, PageTokens.Decode(tokens.TextAfter), kind);
        }

        if (isOnion && (refresh is null || OnionHost().Match(refresh) is not { Success: true } host || Uri.UnescapeDataString(refresh[host.Length..]) != _links.HrefOf(file)))
        {
            Add(file, tokens.Line, "offers Tor Browser another page than this one at the site's onion service.", "Report it: the address is made of site.yml (onion).");
        }

        if (isRefresh)
        {
            ReadRefresh(file, tokens.Line, refresh);
        }

        if (linkHref is not null && loads)
        {
            // canonical and alternate name an address; everything else is fetched
            if (rel is "canonical" or "alternate" or "next" or "prev" or "up" or "author" or "license" or "self")
            {
                ReadLink(file, tokens.Line, linkHref);
            }
            else
            {
                ReadLoad(file, tokens.Line, linkHref);
            }
        }

        if (isScript)
        {
            ReadScript(file, tokens.Line, structuredData, tokens.RawText);
        }
    }

    /// <summary>
    /// Whether a form is the one that tells Netlify of encrypted submissions: on their page, hidden, with these attributes and no other. Nothing can be typed into it.
    /// </summary>
    private static bool IsDeclaration(string file, ref PageTokens tokens)
    {
        var seen = new List<string>();
        var attributes = tokens.Attributes;
        while (attributes.MoveNext())
        {
            seen.Add($"{Encoding.ASCII.GetString(attributes.Name)}={PageTokens.Decode(attributes.Value)}");
        }

        return file == SubmitFile && seen.Order(StringComparer.Ordinal).SequenceEqual(["data-netlify=true", "hidden=", "method=post", "name=submission"], StringComparer.Ordinal);
    }

    /// <summary>What a mark shows is <c>[redacted]</c> or a label of the closed table in brackets, and its kind is the label's.</summary>
    private void ReadMask(string file, int line, string text, string? kind)
    {
        var shown = text.Trim();
        var isListed = shown.Length > 2 && shown[0] == '[' && shown[^1] == ']' &&
            (shown == "[redacted]" || (RedactionLabelTable.TryGetKind(shown.AsSpan(1, shown.Length - 2), out var labelled) && labelled != RedactionKind.Other && (kind is null || kind == RedactionLabelTable.ToWord(labelled))));
        if (!isListed)
        {
            Add(file, line, "has a redaction mark that shows something else than the words of the table, so it may tell what it hides.", "Write the mark as docs/redaction.md says.");
        }
    }

    /// <summary>A page that leads on leads to a page of this site.</summary>
    private void ReadRefresh(string file, int line, string? content)
    {
        var url = content?.IndexOf("url=", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (content is null || url < 0)
        {
            Add(file, line, "has an instruction to browsers (http-equiv) that no page of this theme has.", "Find the component it comes from and take it out.");
        }
        else
        {
            ReadLoad(file, line, content[(url + 4)..].Trim());
        }
    }

    private void ReadScript(string file, int line, bool structuredData, ReadOnlySpan<byte> text)
    {
        if (!structuredData)
        {
            if (text.Length > 0)
            {
                Add(file, line, "has a script in the page itself, which the page's policy forbids.", "Move it into a file of the theme.");
            }

            return;
        }

        if (text.IndexOf("\u2028"u8) >= 0 || text.IndexOf("\u2029"u8) >= 0)
        {
            Add(file, line, "has structured data with a line separator (U+2028, U+2029) as it is, which ends a line of script.", "Report it: the writer must escape it.");
        }

        if (text.IndexOfAny("<>&"u8) >= 0)
        {
            Add(file, line, "has structured data with <, > or & as they are, which could end the element early.", "Report it: the writer must escape them.");
        }

        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 512 });
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            Add(file, line, "has structured data that is no JSON.", "Report it with the post's file.");
        }
    }

    private void ReadLink(string file, int line, string href)
    {
        if (!_links.TryResolve(file, href, out var target, out var fragment))
        {
            var lower = href.TrimStart().ToLowerInvariant();
            if (!lower.StartsWith("https:", StringComparison.Ordinal) && !lower.StartsWith("http:", StringComparison.Ordinal) && !lower.StartsWith("mailto:", StringComparison.Ordinal))
            {
                Add(file, line, "has a link with a scheme other than http, https and mailto.", "Take the link out of the post or comment.");
            }

            return;
        }

        if (target is null)
        {
            Add(file, line, $"links to {Shorten(href)}, which is not a page of this site.", "Correct the link in the post or comment it stands in.");
        }
        else if (fragment.Length > 0)
        {
            if (target == file)
            {
                _ownFragments.Add((fragment, line));
            }
            else if (target.EndsWith(".html", StringComparison.Ordinal))
            {
                _wanted.TryAdd((target, fragment), _lineBefore + line);
            }
        }
    }

    private void ReadLoad(string file, int line, string address)
    {
        if (!_links.TryResolve(file, address, out var target, out _))
        {
            Add(file, line, "loads something from another host, which tells that host who reads this page.", "Put the file into input/media, or link to it instead.");
        }
        else if (target is null)
        {
            Add(file, line, $"loads {Shorten(address)}, which is not a file of this site.", "Put the file into input/media, or take the picture out.");
        }
    }

    private static bool IsOneOf(ReadOnlySpan<byte> name, string[] names)
    {
        foreach (var one in names)
        {
            if (Ascii.Equals(name, one))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(string file, int line, string what, string remedy) => _findings.Add(new GateFinding(Name, file, _lineBefore + line, what, remedy));

    [GeneratedRegex(@"\Ahttps?://[a-z2-7]{56}\.onion(?=/)", RegexOptions.CultureInvariant)]
    private static partial Regex OnionHost();

    private static string Shorten(string address) => address.Length <= 80 ? address : string.Concat(address.AsSpan(0, 77), "...");
}
