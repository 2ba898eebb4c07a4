namespace Blog.Import;

/// <summary>Puts the files of a folder together to sources: most are a file each, some a folder of pages or a table with its texts.</summary>
/// <param name="Sources">What is read.</param>
/// <param name="Refused">Files of a kind that somebody may have meant to give, and that are not read.</param>
/// <param name="PassedOver">Files that are no archive: notes, pictures, and what lies beside the posts in an export.</param>
internal sealed record SourceGroups(IReadOnlyList<SourceGroup> Sources, IReadOnlyList<LookedFile> Refused, IReadOnlyList<LookedFile> PassedOver)
{
    /// <summary>Groups files that were looked into, which are sorted by path.</summary>
    public static SourceGroups Of(IReadOnlyList<LookedFile> files)
    {
        var sources = new List<SourceGroup>();
        var rest = new List<LookedFile>(files);
        TakeOwnBlogs(rest, sources);
        TakeSubstack(rest, sources);
        TakeTakeout(rest, sources);
        TakeTogether(rest, sources, SourceKind.Medium, _ => string.Empty);
        TakeTogether(rest, sources, SourceKind.BloggerPage, file => file.Group);
        TakeSingly(rest, sources);
        var refused = new List<LookedFile>();
        var passedOver = new List<LookedFile>();
        foreach (var file in rest)
        {
            (IsNoArchive(file, sources) ? passedOver : refused).Add(file);
        }

        return new SourceGroups(sources, refused, passedOver);
    }

    /// <summary>A blog folder of this program: <c>site.yml</c> with <c>posts/</c> beside it. Everything below is that blog's.</summary>
    private static void TakeOwnBlogs(List<LookedFile> rest, List<SourceGroup> sources)
    {
        foreach (var site in rest.Where(file => file.Kind == SourceKind.OwnBlog).ToList())
        {
            var folder = site.File.Folder;
            var mine = rest.Where(file => IsBelow(file.File, folder)).ToList();
            if (mine.Exists(file => file.File.Path.EndsWith(".md", StringComparison.Ordinal)))
            {
                sources.Add(new SourceGroup(SourceKind.OwnBlog, site.File.Name, [site.File, .. mine.Where(file => file != site).Select(file => file.File)]));
                rest.RemoveAll(mine.Contains);
            }
        }
    }

    /// <summary><c>posts.csv</c> with the texts in <c>posts/</c> beside it.</summary>
    private static void TakeSubstack(List<LookedFile> rest, List<SourceGroup> sources)
    {
        foreach (var table in rest.Where(file => file.Kind == SourceKind.Substack).ToList())
        {
            var folder = table.File.Folder.Length == 0 ? "posts" : table.File.Folder + "/posts";
            var texts = rest.Where(file => file.File.Folder == folder && file.File.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)).ToList();
            sources.Add(new SourceGroup(SourceKind.Substack, table.File.Name, [table.File, .. texts.Select(file => file.File)]));
            rest.RemoveAll(file => file == table || texts.Contains(file));
        }
    }

    /// <summary>A blog's feed with the table of its settings, which lies in the same folder.</summary>
    private static void TakeTakeout(List<LookedFile> rest, List<SourceGroup> sources)
    {
        foreach (var feed in rest.Where(file => file.Kind == SourceKind.BloggerTakeout).ToList())
        {
            var settings = rest.FirstOrDefault(file => file.Kind == SourceKind.Table && file.File.Folder == feed.File.Folder && file.File.FileName == "settings.csv");
            sources.Add(new SourceGroup(SourceKind.BloggerTakeout, feed.File.Name, settings is null ? [feed.File] : [feed.File, settings.File]));
            rest.RemoveAll(file => file == feed || file == settings);
        }
    }

    private static void TakeTogether(List<LookedFile> rest, List<SourceGroup> sources, SourceKind kind, Func<LookedFile, string> key)
    {
        foreach (var group in rest.Where(file => file.Kind == kind).GroupBy(key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList())
        {
            var files = group.Select(file => file.File).ToList();
            sources.Add(new SourceGroup(kind, files[0].Name, files));
            rest.RemoveAll(group.Contains);
        }
    }

    private static void TakeSingly(List<LookedFile> rest, List<SourceGroup> sources)
    {
        foreach (var file in rest.ToList())
        {
            // Plain text has no mark of its own: the name says that it is meant as a page's text, and the reader refuses what is none.
            var kind = file is { Kind: SourceKind.UnknownText, Unreadable: false } && Path.GetExtension(file.File.FileName).Equals(".txt", StringComparison.OrdinalIgnoreCase)
                ? SourceKind.Capture
                : file.Kind;
            if (!file.Unreadable && kind is not SourceKind.OwnBlog && SourceReaders.Of(kind) is not null)
            {
                sources.Add(new SourceGroup(kind, file.File.Name, [file.File]));
                rest.Remove(file);
            }
        }
    }

    /// <summary>Notes and pictures anywhere; beside the posts of a known export also its tables, themes, lists and other pages, which hold no post of the old blog.</summary>
    private static bool IsNoArchive(LookedFile file, List<SourceGroup> sources)
    {
        if (file.Unreadable)
        {
            return false;
        }

        return file.Kind switch
        {
            SourceKind.UnknownText or SourceKind.Binary => true,
            SourceKind.Table or SourceKind.BloggerTheme or SourceKind.TakeoutComments => sources.Exists(source => source.Kind is SourceKind.BloggerTakeout or SourceKind.Substack),
            SourceKind.Json => sources.Exists(source => source.Kind is SourceKind.BloggerTakeout or SourceKind.BloggerPage),
            SourceKind.Html or SourceKind.OtherXml or SourceKind.OtherFeed or SourceKind.Rss or SourceKind.Empty =>
                sources.Exists(source => source.Kind is SourceKind.BloggerPage or SourceKind.Medium or SourceKind.Substack or SourceKind.BloggerTakeout),
            _ => false,
        };
    }

    private static bool IsBelow(SourceFile file, string folder) => folder.Length == 0 || file.Path.StartsWith(folder + "/", StringComparison.Ordinal);
}
