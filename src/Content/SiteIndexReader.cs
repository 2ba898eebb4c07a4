using System.Collections.Concurrent;
using Blog.Html;
using Blog.Model;
using Blog.Source;

namespace Blog.Content;

/// <summary>The first pass over a blog: reads every file once, in parallel, and keeps of each what all pages together need.</summary>
public static class SiteIndexReader
{
    /// <summary>Longest excerpt, in UTF-16 units.</summary>
    public const int ExcerptLength = 300;

    // The Markdown an excerpt is made of: enough for its words with links and marks between them.
    private const int ExcerptSource = 2000;

    /// <summary>Reads the index. Texts are let go as soon as their words are counted, so memory grows with the number of posts alone.</summary>
    /// <param name="reader">The blog's files.</param>
    /// <param name="settings">The blog's settings.</param>
    /// <param name="asOf">The day the build is made for, in the site's zone: what is scheduled for later or has expired is left out.</param>
    /// <param name="parallelism">Files read at once, at least 1; the result does not depend on it.</param>
    /// <param name="progress">Told the number of files done so far; null for nobody.</param>
    /// <param name="withUnfinished">Takes drafts and posts of days to come in as if they were out: for the editor's own eyes, never for a site that is published.</param>
    /// <param name="memory">Knows files that were read before, and takes down what is read; null to read all.</param>
    /// <exception cref="SourceException">Files cannot be read; it names all of them.</exception>
    public static SiteIndex Read(BlogReader reader, SiteSettings settings, DateOnly asOf, int parallelism, IProgress<int>? progress, bool withUnfinished = false, PostMemory? memory = null)
    {
        var posts = reader.ListPosts();
        IReadOnlyList<PostFile> files = [.. posts, .. reader.ListPages()];
        var read = new (PostEntry? Entry, LeftOutPost? LeftOut)[files.Count];
        var problems = new ConcurrentBag<SourceFinding>();
        var done = 0;
        var glossary = GlossaryTerms.Of(settings.Glossary.Keys);
        Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, parallelism) }, i =>
        {
            try
            {
                read[i] = ReadOne(reader, files[i], settings, glossary, asOf, withUnfinished, memory);
            }
            catch (SourceException exception)
            {
                foreach (var problem in exception.Problems)
                {
                    problems.Add(problem);
                }
            }

            progress?.Report(Interlocked.Increment(ref done));
        });
        if (!problems.IsEmpty)
        {
            throw new SourceException([.. problems.OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
        }

        return Assemble(settings, files, posts.Count, read);
    }

    private static SiteIndex Assemble(SiteSettings settings, IReadOnlyList<PostFile> files, int firstPage, (PostEntry? Entry, LeftOutPost? LeftOut)[] read)
    {
        var posts = new List<PostEntry>(files.Count);
        var pages = new List<PostEntry>();
        var leftOut = new List<LeftOutPost>();
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i].LeftOut is { } without)
            {
                leftOut.Add(without);
            }
            else if (read[i].Entry is { } entry)
            {
                (i < firstPage ? posts : pages).Add(entry);
            }
        }

        posts.Sort(NewestFirst);
        pages.Sort((a, b) => string.CompareOrdinal(a.FrontMatter.Url, b.FrontMatter.Url));
        leftOut.Sort((a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        return new SiteIndex
        {
            Settings = settings,
            Posts = posts,
            Pages = pages,
            Labels = PostGrouping.Labels(posts),
            Years = PostGrouping.Years(posts),
            Months = PostGrouping.Months(posts),
            Series = PostGrouping.Series(posts),
            LeftOut = leftOut,
        };
    }

    private static (PostEntry? Entry, LeftOutPost? LeftOut) ReadOne(BlogReader reader, PostFile file, SiteSettings settings, GlossaryTerms? glossary, DateOnly asOf, bool withUnfinished, PostMemory? memory)
    {
        var look = memory is null ? default : PostMemory.Look(reader, file);
        var known = memory?.Find(file, look);
        var head = known?.Head ?? reader.ReadHead(file.Path);
        var frontMatter = FrontMatterReader.Read(head, file.Path, [], out var bodyStart);
        if (PublicationRule.LeftOut(frontMatter, asOf) is { } reason && !(withUnfinished && reason is (LeftOutReason.Draft or LeftOutReason.Scheduled)))
        {
            return (null, new LeftOutPost(file, reason, frontMatter.Date));
        }

        if (known is not null)
        {
            return (memory!.Recall(file, frontMatter, known), null); // not null: it knows the post
        }

        var fingerprint = reader.Fingerprint(file); // before the texts: what changes in between is then seen by the next build
        var post = reader.ReadPost(file);
        var thread = reader.ReadThread(file, post.FrontMatter.Id);
        var entry = new PostEntry
        {
            File = file,
            FrontMatter = post.FrontMatter,
            Excerpt = Excerpt(post, settings),
            Words = CountWords(post.Body),
            Thread = thread is null ? ThreadSummary.None : Summarise(thread),
            Fingerprint = fingerprint,
            Terms = glossary is null ? [] : TermUses.Of(glossary, post, thread),
        };
        memory?.Add(entry, look, head[..bodyStart]);
        return (entry, null);
    }

    private static string Excerpt(PublishedPost post, SiteSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(post.FrontMatter.Summary))
        {
            return post.FrontMatter.Summary;
        }

        var context = new MarkdownContext { Place = MarkdownPlace.Post, SitePrefix = new SiteAddress(settings.Address).BasePath };
        return OpeningWords.WithMarks(MarkdownRenderer.Render(OpeningOf(post.Body), context).Html, ExcerptLength);
    }

    /// <summary>The first blocks of a text, cut where a block ends if it can be.</summary>
    private static string OpeningOf(string body)
    {
        if (body.Length <= ExcerptSource)
        {
            return body;
        }

        var end = body.IndexOf("\n\n", ExcerptSource, StringComparison.Ordinal);
        return end < 0 || end > ExcerptSource * 4 ? body[..Math.Min(body.Length, ExcerptSource * 4)] : body[..end];
    }

    /// <summary>Runs of letters and digits between white space: what a reader would count, near enough for "5 minutes to read".</summary>
    private static int CountWords(string body)
    {
        var words = 0;
        var inside = false;
        foreach (var c in body)
        {
            if (char.IsWhiteSpace(c))
            {
                inside = false;
            }
            else if (!inside && char.IsLetterOrDigit(c))
            {
                inside = true;
                words++;
            }
        }

        return words;
    }

    private static ThreadSummary Summarise(PublishedThread thread)
    {
        long estimate = 0;
        var published = 0;
        PublicDate? latest = null;
        var dates = new SortedDictionary<PublicDate, int>();
        foreach (var comment in thread.Comments)
        {
            estimate += ThreadParts.Estimate(comment);
            published += comment.Fields.State == CommentState.Published ? 1 : 0;
            if (comment.Fields is { State: CommentState.Published, Date: { } day })
            {
                dates[day] = dates.GetValueOrDefault(day) + 1;
            }

            if (comment.Fields.Date is { } date && (latest is null || date > latest.Value))
            {
                latest = date;
            }
        }

        var topLevel = ThreadShape.Of(thread.Comments).TopLevel;
        return new ThreadSummary(published, thread.Comments.Count - published, topLevel, ThreadParts.Count(estimate, topLevel), latest) { Dates = [.. dates.Select(pair => new DateCount(pair.Key, pair.Value))] };
    }

    private static int NewestFirst(PostEntry a, PostEntry b)
    {
        var dateA = a.FrontMatter.Date?.Start.UtcTicks ?? long.MinValue;
        var dateB = b.FrontMatter.Date?.Start.UtcTicks ?? long.MinValue;
        return dateA != dateB ? dateB.CompareTo(dateA) : string.CompareOrdinal(a.FrontMatter.Id.Value, b.FrontMatter.Id.Value);
    }
}
