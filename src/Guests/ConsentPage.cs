using System.Globalization;
using System.Net;
using System.Text;
using Blog.Html;
using Blog.Redact;
using Blog.Text;

namespace Blog.Guests;

/// <summary>Writes what a writer is shown before they agree: a page with everything, or words for a mail with the text and the choices alone.</summary>
/// <remarks>
/// The page holds what was changed and what could still tell who wrote it: it is for their eyes, handed over by a way they trust. The mail goes through machines of others, so it says
/// neither; its subject and the files' names say nothing.
/// </remarks>
public static class ConsentPage
{
    /// <summary>Subject of the mail.</summary>
    public const string Subject = "Something to read";

    /// <summary>Name of the page's file, where nobody chooses another.</summary>
    public const string FileName = "to-read.html";

    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
        h1, h2 { line-height: 1.25; } section { margin: 2.5rem 0; }
        .text { border: 1px solid; border-radius: .375rem; padding: .25rem 1.25rem; }
        del { opacity: .75; } ins { font-weight: bold; text-decoration: none; }
        img { max-width: 100%; height: auto; }
        .marks { font-family: system-ui, sans-serif; font-size: .9375rem; } li { margin: .375rem 0; }
        """;

    /// <summary>The page, complete: one file of HTML that loads nothing and runs nothing.</summary>
    /// <param name="blog">Title of the blog.</param>
    /// <param name="draft">The draft; its present version is what would stand.</param>
    /// <param name="original">The text as it was sent, for the comparison; null where it was destroyed.</param>
    /// <param name="review">What could still tell who wrote it.</param>
    public static string Html(string blog, GuestDraft draft, GuestVersion? original, GuestReview review)
    {
        var now = draft.Now;
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Subject}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n")
            .Append("<h1>Your text, as it would stand</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>This is, letter for letter, what readers of {Escape(blog)} would see. Nothing of it is published before you say so, and nothing in it is changed after you have.</p>\n")
            .Append("<section class=\"text\" aria-label=\"The text\">\n");
        if (now.Title is { } title)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(RedactionMarkSplitter.ReaderText(title))}</h2>\n");
        }

        page.Append(WithPictures(MarkdownRenderer.Render(now.Markdown, new MarkdownContext { Place = MarkdownPlace.Post }).Html.Markup, draft.Pictures)).Append("\n</section>\n");
        AppendChanges(page, now, original);
        AppendReview(page, review);
        page.Append("<section>\n<h2>You choose</h2>\n<ul>\n");
        foreach (var choice in Choices)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li>{Escape(choice)}</li>\n");
        }

        page.Append("</ul>\n</section>\n<section>\n<h2>Taking it back</h2>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Escape(Withdrawal)}</p>\n</section>\n</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>Words for a mail: the text and the choices, nothing about what was changed or what could identify.</summary>
    /// <param name="draft">The draft.</param>
    public static string Mail(GuestDraft draft)
    {
        var mail = new StringBuilder();
        mail.Append(CultureInfo.InvariantCulture, $"Subject: {Subject}\n\nHello,\n\nThis is the text as it would stand, letter for letter:\n\n----------\n");
        if (draft.Now.Title is { } title)
        {
            mail.Append(RedactionMarkSplitter.ReaderText(title)).Append("\n\n");
        }

        mail.Append(RedactionMarkSplitter.ReaderText(draft.Now.Markdown)).Append("\n----------\n\nNothing of it is published before you say so. Please answer from where nobody reads along, never from work:\n\n");
        foreach (var choice in Choices)
        {
            mail.Append("- ").Append(choice).Append('\n');
        }

        return mail.Append('\n').Append(Withdrawal).Append('\n').ToString();
    }

    /// <summary>What goes back with the text by the code: what was changed, what could still identify, the choices. Only its writer can open it.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="original">The text as it was sent; null where it was destroyed.</param>
    /// <param name="review">What could still tell who wrote it.</param>
    public static string Note(GuestDraft draft, GuestVersion? original, GuestReview review)
    {
        var note = new StringBuilder();
        var marks = RedactionMarkSplitter.Split(draft.Now.Markdown).Count(piece => piece.Mark is not null);
        note.Append("This is the text as it would stand, letter for letter. Nothing of it is published before you say so.\n\n");
        note.Append(original is null || original.Markdown == draft.Now.Markdown ? "It says what you sent.\n"
            : string.Create(CultureInfo.InvariantCulture, $"What could tell who you or others are was taken out or said more generally{(marks > 0 ? $" (in {marks} places a word in square brackets stands for it)" : string.Empty)}; quotation marks, dashes and spaces were made like everybody's.\n"));
        note.Append("\nWhat could still tell somebody that it is you, as far as a machine sees:\n");
        foreach (var told in Remaining(review))
        {
            note.Append("- ").Append(told).Append('\n');
        }

        note.Append("\nYou choose, together with your answer below:\n");
        foreach (var choice in Choices)
        {
            note.Append("- ").Append(choice).Append('\n');
        }

        return note.Append('\n').Append(Withdrawal).ToString();
    }

    private static readonly string[] Choices =
    [
        "Yes, it may stand so; or: please change this first; or: please do not publish it.",
        "The whole text only, or parts of it as well.",
        "Comments under it, or none.",
        "For good, or until a day that you name. The day is never shown to readers.",
        "What you sent is destroyed once the text stands, or is kept sealed under a passphrase: as you say.",
    ];

    private const string Withdrawal =
        "You can take your yes back at any time, without a reason, the way you answer now. The text then goes from the site with the next publication, and its traces are asked away where others keep copies; what somebody has saved for themselves cannot be called back.";

    /// <summary>Pictures within the page itself: it loads nothing.</summary>
    private static string WithPictures(string markup, IReadOnlyList<GuestPicture> pictures) => pictures.Aggregate(markup, (page, picture) =>
        page.Replace($"src=\"{picture.Path}\"", $"src=\"data:{picture.Type};base64,{Convert.ToBase64String(picture.Bytes.Span)}\"", StringComparison.Ordinal));

    private static void AppendChanges(StringBuilder page, GuestVersion now, GuestVersion? original)
    {
        page.Append("<section>\n<h2>What was changed, and why</h2>\n");
        if (original is null)
        {
            page.Append("<p>What you sent is not kept any more, so the two cannot be laid side by side.</p>\n</section>\n");
            return;
        }

        var parts = TextDiff.Of(original.Markdown, now.Markdown);
        var marks = RedactionMarkSplitter.Split(now.Markdown).Count(piece => piece.Mark is not null);
        if (parts.All(part => part.Change == 0) && original.Title == now.Title)
        {
            page.Append("<p>Nothing. The text is as you sent it.</p>\n</section>\n");
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<p>Names, places, numbers and turns of phrase by which you or others could be known were taken out or said more generally{(marks > 0 ? $"; where a word in square brackets stands, something was taken out ({marks} {(marks == 1 ? "place" : "places")})" : string.Empty)}. Quotation marks, dashes and spaces were made like everybody's. What went is struck out; what came is bold.</p>\n");
        if (original.Title != now.Title)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"marks\">Title: <del>{Escape(original.Title ?? "none")}</del> <ins>{Escape(RedactionMarkSplitter.ReaderText(now.Title ?? "none"))}</ins></p>\n");
        }

        page.Append("<details><summary>The two texts in one</summary>\n<p class=\"marks\">");
        foreach (var part in parts)
        {
            var words = Escape(RedactionMarkSplitter.ReaderText(part.Text)).Replace("\n\n", "</p>\n<p class=\"marks\">", StringComparison.Ordinal);
            var tag = part.Change switch { < 0 => "del", > 0 => "ins", _ => null };
            page.Append(tag is null ? words : Tagged(words, tag));
        }

        page.Append("</p>\n</details>\n</section>\n");
    }

    /// <summary>An element within each paragraph: one across two would be none.</summary>
    private static string Tagged(string words, string tag) =>
        string.Join("</p>\n<p class=\"marks\">", words.Split("</p>\n<p class=\"marks\">").Select(part => part.Length == 0 ? part : $"<{tag}>{part}</{tag}>"));

    private static void AppendReview(StringBuilder page, GuestReview review)
    {
        page.Append("<section>\n<h2>What could still tell somebody that it is you</h2>\n<p>Read the text once as your manager would, with the rota and last week's meeting in mind. A machine looked, too; it knows patterns, not your office:</p>\n<ul>\n");
        foreach (var told in Remaining(review))
        {
            page.Append(CultureInfo.InvariantCulture, $"<li>{Escape(told)}</li>\n");
        }

        page.Append("</ul>\n<p>Your manner of writing can tell as well: words you like, the way you end a sentence. Ask for neutral wording where you see yourself.</p>\n</section>\n");
    }

    /// <summary>What could still tell, a line each.</summary>
    private static List<string> Remaining(GuestReview review)
    {
        List<string> told =
        [
            .. review.Findings.GroupBy(found => FindingKindTable.ToWord(found.Finding.Kind)).Select(group => $"{group.Key}: {string.Join(", ", group.Select(found => found.Words.ReplaceLineEndings(" ")).Distinct(StringComparer.Ordinal))}"),
            .. review.Facts.Select(fact => string.Create(CultureInfo.InvariantCulture, $"it tells of its writer: {fact.Kind} ({fact.Places.Count} {(fact.Places.Count == 1 ? "place" : "places")})")),
        ];
        return told.Count > 0 ? told : ["nothing that a rule knows. That is no promise: unusual events, turns of phrase and what only insiders know are not found by rules."];
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
