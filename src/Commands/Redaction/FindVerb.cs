using System.CommandLine;
using System.Globalization;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact find</c>: the texts of the private store in which words stand, by name and number; their surroundings only when they are asked for.</summary>
internal static class FindVerb
{
    private const int Around = 60; // characters of an excerpt on each side

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var words = new Argument<string?>("words")
        {
            Description = "Words that must all stand in a text, \"phrases\", beginnings (prob*); left out or -, they are read from standard input, and do not stand in your shell's history.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var limit = new Option<int>("--limit") { Description = "At most so many texts.", HelpName = "N", DefaultValueFactory = _ => 50 };
        var reveal = RedactOptions.Reveal();
        var command = new Command("find", "Texts of the private store in which words stand, published or not. Example: dotnet run -- redact find 'caseload*'") { words, blog, vault, limit, reveal };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var asked = TermInput.Read(parse.GetValue(words));
            var most = Math.Max(1, parse.GetValue(limit));
            var hits = store.Search(asked, most + 1);
            var finder = new UnitFinder(store);
            foreach (var hit in hits.Take(most))
            {
                Write(hit, finder.TryFind(hit.Unit), parse.GetValue(reveal));
            }

            var more = hits.Count > most ? "; there are more, --limit N shows them" : string.Empty;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(hits.Count, most):N0} texts{more}. Read one: redact show NAME --reveal"));
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Write(SearchHit hit, UnitPlace? place, bool reveal)
    {
        var where = hit.IsPost || place is null ? "post" : $"{(place.Comment?.Number is { } number ? $"#{number}" : "a comment")} of {place.Post.Handle.Hex[..8]}";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Unit.Hex[..8]}  {where,-28}  {hit.Matches.Count:N0} places"));
        if (reveal && place is not null && hit.Matches.Count > 0)
        {
            var match = hit.Matches[0];
            var text = match.Field == TextField.Title ? place.Post.Title ?? string.Empty : place.Markdown;
            var (from, to) = (Math.Max(0, match.Start - Around), Math.Min(text.Length, match.Start + match.Length + Around));
            Console.WriteLine($"    {(from > 0 ? "… " : string.Empty)}{TerminalText.OneLine(text[from..to])}{(to < text.Length ? " …" : string.Empty)}");
        }
    }
}
