using System.Globalization;
using System.Net;
using System.Text;

namespace Blog.Bench.Hostile;

/// <summary>Pages that hold payloads as they are, each in a frame of its own: they must run, or the watch is blind.</summary>
internal static class RawPages
{
    private const int APage = 40;

    /// <summary>Writes them.</summary>
    /// <returns>Their paths below the folder.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<HostilePayload> payloads)
    {
        Directory.CreateDirectory(folder);
        var pages = new List<string>();
        foreach (var chunk in payloads.Chunk(APage))
        {
            var page = new StringBuilder("<!doctype html><meta charset=utf-8><title>raw</title>");
            foreach (var payload in chunk)
            {
                page.Append("<iframe srcdoc=\"").Append(WebUtility.HtmlEncode("<body>" + payload.Text + Inside)).Append("\"></iframe>");
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"raw-{pages.Count:0000}.html");
            File.WriteAllText(Path.Combine(folder, name), page.ToString());
            pages.Add(name);
        }

        return pages;
    }

    // The events that the watch sends to the outermost document only, in every frame.
    private const string Inside = "<script>for(const e of document.querySelectorAll('*'))for(const a of [...e.attributes])if(/^on/i.test(a.name))try{e.dispatchEvent(new Event(a.name.slice(2).toLowerCase(),{bubbles:true}))}catch{}</script>";
}
