using System.Globalization;

namespace Blog.Source;

/// <summary>
/// The files of answers to writers, in <c>input/replies/</c> and under <c>/replies/</c> on the site: always as many, all of one size, named by numbers. Some hold an
/// answer, the others random bytes; without the writer's code nobody can tell them apart (docs/submissions.md).
/// </summary>
public static class ReplyFiles
{
    /// <summary>Their folder.</summary>
    public const string Folder = "replies";

    /// <summary>How many there are, whatever is in them.</summary>
    public const int Count = 16;

    /// <summary>Bytes of each: a nonce of 12, content under AES-256-GCM, a tag of 16.</summary>
    public const int Length = 32 * 1024;

    internal const string Trouble = "The answers are not as the program writes them: 16 files, 00.bin to 15.bin, of 32,768 bytes each. Write them anew with \"inbox reply --refresh\", or delete the folder.";

    /// <summary>Path of one of them, on the site and within <c>input/</c>.</summary>
    /// <param name="number">From 0.</param>
    public static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{number:00}.bin");

    /// <summary>Whether a path is that of one of them.</summary>
    public static bool Owns(string path) => Enumerable.Range(0, Count).Any(number => PathOf(number) == path);

    internal static bool AreWhole(List<(string Path, FileInfo File)> files) => files.Count == Count && files.TrueForAll(file => Owns(file.Path) && file.File.Length == Length);
}
