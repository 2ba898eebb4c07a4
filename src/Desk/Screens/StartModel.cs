using Blog.Desk.Review;
using Blog.Gate;
using Blog.Requests;

namespace Blog.Desk.Screens;

/// <summary>The first screen: the way from an archive to a site, and where it stands.</summary>
public sealed record StartModel : ScreenModel
{
    /// <summary>Posts and pages in the private store that the old blog showed.</summary>
    public required long Posts { get; init; }

    /// <summary>Comments among them.</summary>
    public required long Comments { get; init; }

    /// <summary>Requests that are open, and how many of them are overdue.</summary>
    public required (int Open, int Overdue) Requests { get; init; }

    /// <summary>Archives taken in.</summary>
    public required long Sources { get; init; }

    /// <summary>Of them those whose old blog is not known to be closed.</summary>
    public required int OpenSources { get; init; }

    /// <summary>What is overdue: texts whose day has come or whose consent has ended, requests, keys.</summary>
    public IReadOnlyList<DueItem> Overdue { get; init; } = [];

    /// <summary>Guests' texts that are being amended, asked about, or agreed to and not published.</summary>
    public int Guests { get; init; }

    /// <summary>Messages through the site's page that wait.</summary>
    public int Messages { get; init; }

    /// <summary>Texts that the tagger has not read, and whether what it finds holds texts.</summary>
    public (int Unread, bool Guards) Tagger { get; init; }

    /// <summary>Distinct words that were almost found.</summary>
    public int NearMisses { get; init; }

    /// <summary>Distinct words that were taken out in one place and stand in another.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Comments that look as if they had been posted twice.</summary>
    public int Twice { get; init; }

    /// <summary>Years with threads.</summary>
    public int Years { get; init; }

    /// <summary>Years in which nothing waits.</summary>
    public int FinishedYears { get; init; }

    /// <summary>Threads in which nothing waits.</summary>
    public int FinishedThreads { get; init; }

    /// <summary>How much waits.</summary>
    public required BoardSummary Summary { get; init; }

    /// <summary>Seconds a decision took in this store, and over how many that was measured; the plan's own where there are too few.</summary>
    public required (double Seconds, int Over) Pace { get; init; }

    /// <summary>Decisions that the public files do not follow yet.</summary>
    public required int NotReleased { get; init; }

    /// <summary>When the public files were written last; null where never.</summary>
    public DateTimeOffset? Released { get; init; }

    /// <summary>What the last build of this run made and found; null where there was none.</summary>
    public BuildReport? Build { get; init; }

    /// <summary>Whether that is older than the last decision.</summary>
    public bool IsOutOfDate { get; init; }

    /// <summary>Whether it is published.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Where it can be looked at; null where nothing can.</summary>
    public string? Preview { get; init; }

    /// <summary>The folder that a host is given.</summary>
    public required string Output { get; init; }

    /// <summary>Whether there is a published site in it.</summary>
    public required bool HasOutput { get; init; }

    /// <inheritdoc/>
    public override string Title => "Start";

    /// <inheritdoc/>
    public override string Section => "/";

    /// <summary>The step that comes next: 1 to 5.</summary>
    public int Next => Posts == 0 ? 1
        : Build is null || IsOutOfDate ? (Summary.Held > 0 && Released is null ? 2 : 3)
        : Build.Findings.Count > 0 ? 4
        : IsPublished ? 0 : 5;
}
