namespace Blog.Model;

/// <summary>What <c>site.yml</c> says: only what readers may know. Empty or missing settings mean the strictest behaviour.</summary>
public sealed record SiteSettings
{
    /// <summary>Name of the blog.</summary>
    public required string Title { get; init; }

    /// <summary>Absolute address without a slash at its end, e.g. <c>https://example.org</c> or <c>https://example.org/sub</c>.</summary>
    public required string Address { get; init; }

    /// <summary>One or two sentences on what the blog is; null where not given.</summary>
    public string? Description { get; init; }

    /// <summary>BCP 47 language of the texts.</summary>
    public string Language { get; init; } = "en-GB";

    /// <summary>IANA zone in which dates are read and shown.</summary>
    public string TimeZone { get; init; } = "Europe/London";

    /// <summary>Name that stands for the blog's editor in feeds and structured data; null means the blog's title.</summary>
    public string? Editor { get; init; }

    /// <summary>How much stands on a page.</summary>
    public PageSizes PageSizes { get; init; } = new();

    /// <summary>What is hidden of commenters, times and ids.</summary>
    public AnonymityPolicy Anonymity { get; init; } = new();

    /// <summary>Handles and names that stay as they are under every policy.</summary>
    public IReadOnlyList<string> KeptNames { get; init; } = [];

    /// <summary>Public names that are no finding (ministers, public bodies).</summary>
    public IReadOnlyList<string> PublicNames { get; init; } = [];

    /// <summary>Label to its description, shown on the label's page.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Series name to its description, shown on the series' page.</summary>
    public IReadOnlyDictionary<string, string> Series { get; init; } = new Dictionary<string, string>();

    /// <summary>How encrypted submissions are taken; null where the site has no page for them.</summary>
    public SubmissionSettings? Submissions { get; init; }

    /// <summary>How new comments are written, where a post does not say otherwise.</summary>
    public CommentWay Comments { get; init; } = CommentWay.Closed;

    /// <summary>Absolute address of the old blog without a slash at its end, under which its posts have the addresses they have here; null where not given.</summary>
    public string? OldBlog { get; init; }

    /// <summary>Mail address to which readers may write, e.g. to have something removed with JavaScript off; null for none.</summary>
    public string? Mail { get; init; }

    /// <summary>The same site as an onion service, <c>http://</c> and 56 letters and digits, <c>.onion</c>; null for none.</summary>
    public string? Onion { get; init; }

    /// <summary>Whether tabs, histories and link previews show what kind of page it is, not what it is about.</summary>
    public bool Discreet { get; init; } = true;

    /// <summary>Where "Leave now" leads: a page that anybody may have open; null for no such link.</summary>
    public string? Leave { get; init; } = DefaultLeave;

    /// <summary>Whether readers may keep a light copy on their device.</summary>
    public bool Offline { get; init; }

    /// <summary>Where "Leave now" leads unless <c>site.yml</c> says otherwise: the weather, as a page that nobody is surprised to see.</summary>
    public const string DefaultLeave = "https://www.bbc.co.uk/weather";

    /// <summary>Abbreviation to its meaning: of <c>site.yml</c>, and of <c>glossary.yml</c>, which stands over it.</summary>
    public IReadOnlyDictionary<string, GlossaryEntry> Glossary { get; init; } = new Dictionary<string, GlossaryEntry>();
}
