using System.Globalization;
using System.Text;
using Blog.Html;
using Blog.Redact.Pictures;
using Blog.Vault;

namespace Blog.Moderate.Pictures;

/// <summary>
/// The page on which a person looks at pictures before any is published: what would be shown (scrubbed), where texts show it, and the commands that decide.
/// It holds originals' pixels and titles, so it lies beside the store and nowhere else. It loads nothing from anywhere.
/// </summary>
public sealed class ContactSheet
{
    /// <summary>A browser opens a page of this size at once; more pictures make more pages.</summary>
    private const int MaxPageBytes = 24 * 1024 * 1024;

    private const int MaxPagePictures = 60;

    private const int ShownPlaces = 8;

    private const string Head = """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
        <meta name="referrer" content="no-referrer"><title>Pictures to look at</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem auto; padding: 0 1rem; max-width: 80rem; }
        .sheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1.5rem; padding: 0; list-style: none; }
        .sheet > li { border: 1px solid #777; padding: 1rem; overflow-wrap: anywhere; }
        .sheet img { max-width: 100%; max-height: 24rem; display: block; background: repeating-conic-gradient(#ddd 0 25%, #fff 0 50%) 0 / 1rem 1rem; }
        .sheet ul { padding-left: 1.2rem; }
        .sheet h2 { margin-top: 0; font-size: 1.2rem; }
        code { display: block; background: #8883; padding: .2rem .4rem; margin: .2rem 0; white-space: pre-wrap; }
        </style></head><body>
        <h1>Pictures to look at</h1>
        <p>This page is private: it shows what has not been published. A picture is published only after somebody has said so. Look at faces, name badges, house
        numbers, number plates, letterheads, screens, reflections, and what stands behind people. The pictures below are as they would be published: without camera,
        place and time. Areas are counted in pixels from the top left corner.</p>

        """;

    private readonly VaultStore _vault;
    private readonly PictureBook _book;
    private readonly ILookup<string, PicturePlace> _places;

    /// <summary>Prepares a sheet of a store's pictures.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="book">What was decided.</param>
    /// <param name="places">Where texts show pictures.</param>
    public ContactSheet(VaultStore vault, PictureBook book, IEnumerable<PicturePlace> places)
    {
        _vault = vault;
        _book = book;
        _places = places.ToLookup(place => place.Address, StringComparer.Ordinal);
    }

    /// <summary>The pages, one after the other; none where there is no picture.</summary>
    /// <param name="pictures">The pictures to show, in order.</param>
    public IEnumerable<byte[]> Pages(IEnumerable<VaultPicture> pictures)
    {
        var page = new StringBuilder();
        var count = 0;
        foreach (var picture in pictures)
        {
            AppendPicture(page, picture);
            count++;
            if (page.Length > MaxPageBytes || count == MaxPagePictures)
            {
                yield return Close(page);
                page = new StringBuilder();
                count = 0;
            }
        }

        if (count > 0)
        {
            yield return Close(page);
        }
    }

    private static byte[] Close(StringBuilder items) => Encoding.UTF8.GetBytes($"{Head}<ol class=\"sheet\">\n{items}</ol>\n</body></html>\n");

    private void AppendPicture(StringBuilder page, VaultPicture picture)
    {
        var id = picture.Handle.Hex[..VaultHandle.ShownDigits];
        page.Append(CultureInfo.InvariantCulture, $"<li id=\"{id}\"><h2>{id}: {Word(_book.StateOf(picture.Handle))}</h2>\n");
        AppendImage(page, _book.TryShown(picture.Handle, out var shown) ? shown.Value : picture.Handle);
        page.Append(CultureInfo.InvariantCulture, $"<p>{picture.Format.ToUpperInvariant()}, {picture.Width} by {picture.Height} pixels, {(picture.Length + 1023) / 1024:N0} KiB</p>\n<ul>\n");
        var places = picture.Addresses.SelectMany(address => _places[address]).ToList();
        foreach (var place in places.Take(ShownPlaces))
        {
            var where = place.Unit == place.Post ? "the post" : $"comment {place.Unit.Hex[..VaultHandle.ShownDigits]} of";
            page.Append(CultureInfo.InvariantCulture, $"<li>{where} {Text(place.Title ?? "(no title)")} ({place.Post.Hex[..VaultHandle.ShownDigits]}){(place.Words.Length == 0 ? string.Empty : $", described as: {Text(place.Words)}")}</li>\n");
        }

        if (places.Count > ShownPlaces)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li>and {places.Count - ShownPlaces} more places</li>\n");
        }

        page.Append(places.Count == 0 ? "<li>no text shows it</li>\n" : string.Empty).Append("</ul>\n");
        page.Append(CultureInfo.InvariantCulture, $"<code>redact picture {id} --publish</code><code>redact picture {id} --leave-out</code>");
        page.Append(CultureInfo.InvariantCulture, $"{(picture.Format is "png" or "jpeg" ? $"<code>redact picture {id} --cover x,y,width,height</code>" : string.Empty)}<code>redact picture {id} --replace FILE</code></li>\n");
    }

    private void AppendImage(StringBuilder page, VaultHandle picture)
    {
        try
        {
            var scrubbed = PictureScrubber.Scrub(_vault.Pictures.Bytes(picture));
            page.Append("<img alt=\"\" src=\"data:").Append(PictureKinds.MediaType(scrubbed.Format)).Append(";base64,").Append(Convert.ToBase64String(scrubbed.Bytes.Span)).Append("\">\n");
            page.Append(scrubbed.Removed.Count == 0 ? string.Empty : $"<p>Taken out: {Text(string.Join(", ", scrubbed.Removed.Distinct(StringComparer.Ordinal)))}</p>\n");
        }
        catch (PictureException e)
        {
            page.Append("<p>It cannot be published: ").Append(Text(e.Message)).Append("</p>\n");
        }
        catch (KeyNotFoundException)
        {
            page.Append("<p>It is not in the store any more.</p>\n");
        }
    }

    private static string Word(PictureState state) => state switch
    {
        PictureState.Waiting => "waits for you",
        PictureState.Published => "published",
        PictureState.LeftOut => "left out",
        PictureState.Replaced => "replaced; this is what is published",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    private static string Text(string text) => HtmlEscaper.Text(text);
}
