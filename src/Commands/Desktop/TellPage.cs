using System.Net;
using System.Text;

namespace Blog.Commands.Desktop;

/// <summary>A page that says in the browser what a terminal would have said, for somebody who has none.</summary>
internal static class TellPage
{
    /// <summary>Writes the page into a new private folder and opens it.</summary>
    /// <param name="words">What to say, line by line; becomes text, never markup.</param>
    public static void Show(string words)
    {
        var folder = Directory.CreateTempSubdirectory("subrosa-"); // for this user alone
        var file = Path.Combine(folder.FullName, "subrosa.html");
        File.WriteAllText(file, Of(words), new UTF8Encoding(false));
        Browser.Open(new Uri(file).AbsoluteUri);
    }

    /// <summary>The page.</summary>
    public static string Of(string words)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Subrosa</title>");
        page.Append("<style>:root{color-scheme:light dark}body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1.1rem/1.5 system-ui,sans-serif}</style></head><body><h1>Subrosa</h1>\n");
        foreach (var line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            page.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>\n");
        }

        return page.Append("</body></html>\n").ToString();
    }
}
