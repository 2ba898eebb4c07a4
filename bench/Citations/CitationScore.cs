using System.Globalization;
using Blog.Moderate;
using Blog.Bench.Threads;
using Blog.Import;
using Blog.Model;
using Blog.Redact;
using Blog.Release;
using Blog.Release.Citations;
using Blog.Vault;

namespace Blog.Bench.Citations;

/// <summary>Counts how the citations of invented threads are resolved, against the truth.</summary>
public sealed class CitationScore
{
    private readonly List<int> _wrongSeeds = [];

    /// <summary>Citations there are.</summary>
    public int All { get; private set; }

    /// <summary>Of these, found by the finder.</summary>
    public int Found { get; private set; }

    /// <summary>Found where there is none.</summary>
    public int TakenLookAlikes { get; private set; }

    /// <summary>Linked to the one comment that is meant.</summary>
    public int Right { get; private set; }

    /// <summary>Linked to a comment of that very minute, while another of the same minute was meant, whose stamp is lost.</summary>
    public int Twins { get; private set; }

    /// <summary>Linked to a comment of another minute.</summary>
    public int WrongLinks { get; private set; }

    /// <summary>"One of these", with the right one among them.</summary>
    public int Several { get; private set; }

    /// <summary>"One of these" with a comment of that very minute, but not the one that was meant.</summary>
    public int TwinsAmongSeveral { get; private set; }

    /// <summary>"One of these" without any comment of that minute.</summary>
    public int WrongSeveral { get; private set; }

    /// <summary>Left as text.</summary>
    public int Open { get; private set; }

    /// <summary>Of those left as text, citations of no comment of the page.</summary>
    public int OpenRightly { get; private set; }

    /// <summary>Citations whose comment keeps its stamp, so that they can be resolved exactly.</summary>
    public int Stamped { get; private set; }

    /// <summary>Of these, linked to it, alone or among others.</summary>
    public int StampedLinked { get; private set; }

    /// <summary>Adds a thread.</summary>
    public void Add(GeneratedThread thread, TextWriter? explain)
    {
        var comments = thread.Comments.Where(comment => !comment.Untraceable).ToList();
        var rows = comments.Select((comment, index) => (comment.Number, Row: index + 1L)).ToDictionary(pair => pair.Number, pair => pair.Row);
        var vault = comments.Select((comment, index) => Row(comment, index, rows)).ToList();
        var nodes = ThreadAssembler.Assemble(vault, new Dictionary<string, CommentNumber>(), ThreadRepairs.None);
        var truth = nodes.Select(node => comments[(int)node.Source!.Row - 1]).ToList(); // every node is a comment of the thread
        var views = nodes.Select(node => node.IsPublished ? ProseView.Of(node.Source!.Markdown) : null).ToList();
        var post = new ImportedTime(new DateTimeOffset(thread.PostDate.ToDateTimeUnspecified(), TimeSpan.Zero), DatePrecision.Day);
        var targets = ThreadCitations.Of(nodes, views, views, post, new PublicClock(thread.Zone.Id, DatePrecision.Minute));
        if (explain is not null)
        {
            foreach (var comment in comments)
            {
                explain.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{comment.Number}: {comment.Written:dd HH:mm}{(comment.Kept is null ? " lost" : string.Empty)}"));
            }
        }

        foreach (var target in targets)
        {
            var position = views[target.Citing]!.ToSource(target.Citation.Start); // a citation was found in it
            if (truth[target.Citing].Citations.FirstOrDefault(citation => citation.Offset == position) is not { } citation)
            {
                TakenLookAlikes++;
                explain?.WriteLine($"{truth[target.Citing].Number}: a look-alike was taken");
                continue;
            }

            Found++;
            var cited = target.Cited.Select(index => truth[index].Number).ToList();
            var verdict = Count(citation, cited, thread.Seed);
            explain?.WriteLine($"{truth[target.Citing].Number}: {citation.Form} {citation.Text} means {citation.Meant?.ToString() ?? "none"}, found {string.Join(", ", cited)}: {verdict}");
        }

        foreach (var (comment, citation) in comments.SelectMany(comment => comment.Citations.Select(citation => (comment, citation))))
        {
            if (explain is not null && !targets.Any(target => truth[target.Citing] == comment && views[target.Citing]!.ToSource(target.Citation.Start) == citation.Offset))
            {
                explain.WriteLine($"{comment.Number}: {citation.Form} {citation.Text} MISSED in: {comment.Body[Math.Max(0, citation.Offset - 30)..Math.Min(comment.Body.Length, citation.Offset + 40)]}");
            }

            All++;
            if (citation.Meant is { } meant && comments.Find(comment => comment.Number == meant)?.Kept is not null)
            {
                Stamped++;
            }
        }

        foreach (var target in targets)
        {
            var position = views[target.Citing]!.ToSource(target.Citation.Start);
            if (truth[target.Citing].Citations.FirstOrDefault(citation => citation.Offset == position) is { Meant: { } meant } &&
                comments.Find(comment => comment.Number == meant)?.Kept is not null && target.Cited.Any(index => truth[index].Number == meant))
            {
                StampedLinked++;
            }
        }
    }

    /// <summary>Writes the figures.</summary>
    public void Write(TextWriter output, TimeSpan elapsed)
    {
        var linked = Right + Twins + WrongLinks;
        var several = Several + TwinsAmongSeveral + WrongSeveral;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"citations {All}, found {Found} ({Share(Found, All)}), look-alikes taken {TakenLookAlikes}; {elapsed.TotalSeconds:F1} s"));
        output.WriteLine($"linked to one comment: {linked}, right {Right} (precision {Share(Right, linked)}, recall {Share(Right, All)}), wrong links {WrongLinks}, another of the same minute {Twins}");
        output.WriteLine($"one of these: {several} ({Share(several, All)}), with the right one {Several}, without any of that minute {WrongSeveral}, another of the same minute {TwinsAmongSeveral}");
        output.WriteLine($"left as text: {Open}, of which {OpenRightly} cite no comment of the page");
        output.WriteLine($"citations of comments that keep their stamp: {Stamped}, linked {StampedLinked} ({Share(StampedLinked, Stamped)})");
        output.WriteLine($"seeds to look at: {string.Join(' ', _wrongSeeds.Distinct())}");
    }

    private string Count(GeneratedCitation citation, List<CommentNumber> cited, int seed)
    {
        if (cited.Count == 0)
        {
            Open++;
            OpenRightly += citation.Meant is null ? 1 : 0;
            return "left as text";
        }

        var isRight = citation.Meant is { } meant && cited.Contains(meant);
        var isTwin = !isRight && cited.Exists(citation.Cited.Contains);
        if (!isRight)
        {
            _wrongSeeds.Add(seed);
        }

        if (cited.Count == 1)
        {
            Right += isRight ? 1 : 0;
            Twins += isTwin ? 1 : 0;
            WrongLinks += isRight || isTwin ? 0 : 1;
        }
        else
        {
            Several += isRight ? 1 : 0;
            TwinsAmongSeveral += isTwin ? 1 : 0;
            WrongSeveral += isRight || isTwin ? 0 : 1;
        }

        return isRight ? "right" : isTwin ? "another of the same minute" : "WRONG";
    }

    private static VaultComment Row(GeneratedComment comment, int index, Dictionary<CommentNumber, long> rows) => new()
    {
        Row = index + 1,
        PostRow = 1,
        ParentRow = comment.Parent is { } parent && rows.TryGetValue(parent, out var row) ? row : null,
        Id = CommentId.Parse(string.Create(CultureInfo.InvariantCulture, $"g{index + 1}")),
        Number = comment.Number,
        Visibility = Visibility.Public,
        State = comment.Loss == LossKind.All ? CommentState.Missing : CommentState.Published,
        Published = comment.Kept is { } kept ? new ImportedTime(kept.ToDateTimeOffset(), DatePrecision.Minute) : null,
        Markdown = comment.Body,
        Ordinal = index,
    };

    private static string Share(int part, int whole) =>
        whole == 0 ? "-" : ((double)part / whole).ToString("P2", CultureInfo.InvariantCulture);
}
