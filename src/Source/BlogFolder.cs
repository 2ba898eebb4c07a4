namespace Blog.Source;

/// <summary>Where a blog's files lie: the paths inside a blog folder, and nothing about what is in them.</summary>
public sealed class BlogFolder
{
    /// <summary>Points at a blog folder; it need not exist yet.</summary>
    public BlogFolder(string root) => Root = System.IO.Path.GetFullPath(root);

    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; }

    /// <summary>The public source.</summary>
    public string Input => System.IO.Path.Combine(Root, "input");

    /// <summary>The published site.</summary>
    public string Output => System.IO.Path.Combine(Root, "output");

    /// <summary>Work in progress of a build: same file system as <see cref="Output"/>, ignored by git.</summary>
    public string Build => System.IO.Path.Combine(Root, ".build");

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
