using NodaTime;

namespace Blog.Import;

/// <summary>What one reader is given: the files of one source.</summary>
/// <param name="Name">How messages name the source.</param>
/// <param name="Files">Its files, the one that makes it what it is first, the others by path in ordinal order.</param>
/// <param name="Zone">Zone of clock times that the source writes without one.</param>
public sealed record SourceInput(string Name, IReadOnlyList<SourceFile> Files, DateTimeZone Zone)
{
    /// <summary>The file that makes the source what it is.</summary>
    public SourceFile Main => Files[0];

    /// <summary>The main file's name without folder and extension: what names a source that does not name itself.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Main.FileName);
}
