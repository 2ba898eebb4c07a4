namespace Blog.Source;

/// <summary>Where a blog's files lie: the paths inside a blog folder, and nothing about what is in them.</summary>
public sealed class BlogFolder
{
    /// <summary>Name of the folder below <see cref="Build"/> in which previews have their own.</summary>
    public const string PreviewName = "preview";

    private readonly string _site;

    /// <summary>Points at a blog folder; it need not exist yet.</summary>
    public BlogFolder(string root)
    {
        Root = System.IO.Path.GetFullPath(root);
        _site = Root;
    }

    private BlogFolder(string root, string site)
    {
        Root = root;
        _site = site;
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; }

    /// <summary>The public source.</summary>
    public string Input => System.IO.Path.Combine(Root, "input");

    /// <summary>The published site.</summary>
    public string Output => System.IO.Path.Combine(_site, "output");

    /// <summary>Work in progress of a build: same file system as <see cref="Output"/>, ignored by git.</summary>
    public string Build => System.IO.Path.Combine(_site, ".build");

    /// <summary>The same <c>input/</c> with an output of its own below <see cref="Build"/>: a site for the editor's eyes, which nobody publishes by habit.</summary>
    public BlogFolder ForPreview() => new(Root, System.IO.Path.Combine(Root, ".build", PreviewName));

    /// <summary>The settings file.</summary>
    public string SettingsFile => System.IO.Path.Combine(Input, "site.yml");

    /// <summary>What must not be in the site, sealed; there where a release was asked for it.</summary>
    public string SealedFile => System.IO.Path.Combine(Input, "redactions.sealed");

    /// <summary>The public keys to which submissions are encrypted; there where the site takes any.</summary>
    public string SubmissionKeysFile => System.IO.Path.Combine(Input, SubmissionKeys.FileName);

    /// <summary>Answers to writers and decoys, all alike.</summary>
    public string Replies => System.IO.Path.Combine(Input, ReplyFiles.Folder);

    /// <summary>Absolute path of a file given by its path within <c>input/</c>.</summary>
    public string InputFile(string path) => System.IO.Path.Combine(Input, path);
}
