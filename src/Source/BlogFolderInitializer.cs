using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Makes a new blog folder: settings, empty posts, and drafts of the pages that every blog needs. It never overwrites a file.</summary>
public static class BlogFolderInitializer
{
    private const string GitIgnore =
        """
        # Made anew by every build.
        /output/
        /.build/
        # Left behind by a write that was cut off.
        .*.tmp

        """;

    private const string AboutBody =
        """
        This page is a draft and is not published. Say here who writes the blog and for whom, what is taken out of texts before they are
        published, and how somebody who recognises themselves can ask for a text to be removed. Then delete the line `draft: true` above.
        """;

    private const string HouseRulesBody =
        """
        This page is a draft and is not published. Strike out what does not fit, add what is missing, and delete the line `draft: true` above.

        1. **Say what you saw.** What you think of it is welcome, too.
        2. **No names**, but of people who speak in public for an office.
        3. **Nothing that points to somebody**: no place with a date, no case, no illness, no family. That includes yourself.
        4. **Be as hard as you like on what is done**, and civil to whoever writes here.
        5. **Nothing that a court has forbidden**, and nothing about a case that is before one.
        6. **You can have it back.** Ask for a comment or post of yours to go, and it goes.

        [Say who looks at comments before they are shown, how long that takes, and what becomes of those that are not shown.]
        """;

    private const string PrivacyBody =
        """
        This page is a draft and is not published. What stands in square brackets is yours to say; have somebody read it who knows the law of your country. Then delete the line `draft: true` above.

        ## Who is responsible
        [Who runs this blog in the sense of the law, and how they can be reached. A pen name may not be enough; ask before you publish one.]

        ## What is kept when you read
        By us: nothing. There are no cookies, counters or accounts, and pages load nothing from other companies. The company whose computers serve the site sees internet addresses and times: [name of the host; how long it keeps them; its own notice].

        ## What is kept when you write
        Texts sent with the form reach us encrypted, and are kept sealed until they are published or destroyed: [how long]. Who you are is asked by nobody. Ordinary mail lies at your provider and ours: [name; how long].

        ## What is published
        Posts and comments under invented names, with what could point to somebody taken out. The reason in law: [legitimate interest in discussing matters of public concern; journalism; or another]. They stand until they are taken down.

        ## What you can ask for
        To see what is held about you, to have it corrected, limited or erased, and to object. You need not give a reason, and need not have written it: [address, or the page "Remove something about me"]. You can complain to [the authority; in the United Kingdom the Information Commissioner's Office].
        """;

    private const string RemovalBody =
        """
        This page is a draft and is not published; until it is, a page of the program's own stands at its address where `site.yml` has `mail:` or `submissions:`. Complete it, and delete the line `draft: true` above.

        You may ask for anything here that is about you or that you wrote. You need not say why.

        ## What to tell us
        - Where it stands: the address of the page, and the comment's number (6.4, say).
        - Which words, if not all of it.
        - Whether it is urgent.

        ## How
        - [Encrypted, without an address: the link to your form, /submit/.]
        - [By mail, which needs no JavaScript: your address. Say that ordinary mail shows who wrote.]

        ## What happens
        - [Within which time you answer.] What may harm somebody goes first, and is talked about afterwards.
        - It goes from pages, feeds and search. Copies that others made we can only ask for.
        """;

    /// <summary>Makes the folder.</summary>
    /// <param name="folder">Where; it may exist, and what is in it stays.</param>
    /// <param name="settings">The answers.</param>
    /// <returns>Paths of the files made, within the blog folder, in ordinal order.</returns>
    /// <exception cref="SourceException">There is a blog here already.</exception>
    /// <exception cref="ArgumentException">The settings cannot be written.</exception>
    public static IReadOnlyList<string> Initialize(BlogFolder folder, SiteSettings settings)
    {
        if (Path.Exists(folder.SettingsFile))
        {
            throw new SourceException(BlogReader.SettingsPath, 0, "There is a blog in this folder already, so nothing was changed. Change its site.yml by hand, or name another folder.");
        }

        (string Path, byte[] Bytes)[] files =
        [
            (".gitignore", Encoding.UTF8.GetBytes(GitIgnore)),
            ("README.md", Encoding.UTF8.GetBytes($"Source of the blog at {settings.Address}: `input/` holds its posts and comments, `output/` the site that `build` makes of them.\n")),
            ("input/media/.gitkeep", []),
            Draft("about", "About this blog", AboutBody),
            Draft("house-rules", "House rules", HouseRulesBody),
            Draft("privacy", "Privacy", PrivacyBody),
            Draft("remove", "Remove something about me", RemovalBody),
            ("input/posts/.gitkeep", []),
            ("input/site.yml", SettingsWriter.Write(settings)), // last: it makes the folder a blog
        ];
        var made = new List<string>();
        foreach (var (path, bytes) in files)
        {
            var full = Path.Combine(folder.Root, path);
            if (Path.Exists(full))
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? folder.Root);
            DurableFile.Write(full, bytes);
            made.Add(path);
        }

        return made;
    }

    private static (string Path, byte[] Bytes) Draft(string id, string title, string body)
    {
        var head = FrontMatterWriter.Write(new PostFrontMatter { Id = PostId.Parse(id), Title = title, Url = $"/p/{id}.html", Draft = true });
        return ($"input/pages/{id}.md", Encoding.UTF8.GetBytes($"{head}\n{body}\n"));
    }
}
