namespace Blog.Source;

/// <summary>How a file of <c>input/</c> lies on the disk: while it lies so, it holds what it held.</summary>
/// <param name="File">Its size, inode and times.</param>
/// <param name="Changed">Time at which anything of it was last changed, in ticks of <see cref="DateTime"/>, UTC: a program that sets the time of a text back changes this one.</param>
internal readonly record struct SourceLook(FileLook File, long Changed)
{
    /// <summary>Looks at a file.</summary>
    /// <param name="path">Absolute path.</param>
    public static SourceLook Of(string path)
    {
        var look = FileLook.Of(path, out var changed);
        return new SourceLook(look, changed);
    }

    /// <summary>Whether the look tells anything, and the file was not changed so shortly before that a further change might have the same time.</summary>
    /// <param name="now">When it was looked at.</param>
    /// <param name="rest">How long a file must have been at rest.</param>
    public bool IsSettled(DateTime now, TimeSpan rest) => File.Inode != 0 && Math.Max(File.Modified, Changed) + rest.Ticks <= now.Ticks;
}
