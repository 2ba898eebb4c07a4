using Blog.Text;

namespace Blog.Requests;

/// <summary>Reads the embedded tables and letters of requests.</summary>
internal static class RequestTexts
{
    /// <summary>Lines of a table as cells; blank lines and lines that begin with <c>#</c> are left out.</summary>
    /// <param name="name">Its file name without <c>.table.txt</c>.</param>
    public static IReadOnlyList<string[]> Rows(string name) => [.. EmbeddedText.Rows("Requests." + name)];

    /// <summary>The text of a letter, as it stands in its file.</summary>
    /// <param name="name">Its word in the table of letters.</param>
    public static string Letter(string name) => EmbeddedText.Read($"Requests.Letters.{name}.letter.txt");
}
