namespace Blog.Import.Captures;

/// <summary>A line of a thread between two top-level numbers, judged by its column.</summary>
/// <param name="Line">Its place in the capture.</param>
/// <param name="Blanks">Blank lines before it; two and more show that the copy dropped a line there.</param>
/// <param name="Kind">What its column makes of it.</param>
/// <param name="Number">The number it begins with, for <see cref="ThreadLineKind.Reply"/>; else 0.</param>
internal readonly record struct ThreadLine(int Line, int Blanks, ThreadLineKind Kind, int Number)
{
    /// <summary>Whether a dropped line is to be suspected before it.</summary>
    public bool AfterGap => Blanks >= 2;
}
