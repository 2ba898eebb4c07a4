using System.Text;

namespace Blog.Commands;

/// <summary>Reads a text that a verb is given as a file or on standard input.</summary>
internal static class TextInput
{
    /// <summary>The whole text, UTF-8.</summary>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <param name="what">How a message names it, e.g. <c>The file with the note</c>.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static string Read(string path, string what)
    {
        try
        {
            return path == "-" ? Console.In.ReadToEnd() : File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{what} cannot be read: {e.Message} Nothing was changed.");
        }
    }
}
