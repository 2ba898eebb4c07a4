using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Blog.Model;
using Blog.Source;
using Blog.Text;

namespace Blog.Commands;

/// <summary><c>new</c>: the file of a post or page of the editor's own, with its keys, as a draft.</summary>
internal static class NewCommand
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private const int IdLength = 16; // 80 bits: no two posts meet, and it tells nothing of title or time

    public static Command Create() => new("new", "Begin a post or page. Example: dotnet run -- new post \"Fog on the long coast\"") { Post(), Page() };

    private static Command Post()
    {
        var title = Title();
        var blog = CommonOptions.Blog();
        var date = new Option<string?>("--date") { Description = "Its day (2026-11-21); default: today in the site's zone. A post of a day to come is not built before that day.", HelpName = "DAY" };
        var labels = new Option<string[]>("--label") { Description = "A label; may be given several times.", HelpName = "LABEL" };
        var series = new Option<string?>("--series") { Description = "Name of its series.", HelpName = "NAME" };
        var number = new Option<int?>("--number") { Description = "Its number in the series.", HelpName = "N" };
        var ready = Ready();
        var command = new Command("post", "Make input/posts/YEAR/MONTH/title.md, as a draft. Example: dotnet run -- new post \"Fog on the long coast\" --label \"Daily work\"") { title, blog, date, labels, series, number, ready };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var settings = new BlogReader(folder).ReadSettings();
            var day = Clock.AsOf(parse.GetValue(date), settings.TimeZone, TimeProvider.System);
            var name = TitleOf(parse.GetRequiredValue(title));
            var frontMatter = FrontMatter(name, !parse.GetValue(ready)) with
            {
                Date = PublicDate.From(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), settings.Anonymity.Times == DatePrecision.Month ? DatePrecision.Month : DatePrecision.Day),
                Author = settings.Editor,
                Labels = [.. (parse.GetValue(labels) ?? []).Distinct(StringComparer.Ordinal)],
                Series = parse.GetValue(series) is { } of ? new SeriesPlace(of, parse.GetValue(number)) : null,
            };
            return Write(folder, frontMatter, day.ToString("'posts'/yyyy/MM", CultureInfo.InvariantCulture));
        });
        return command;
    }

    private static Command Page()
    {
        var title = Title();
        var blog = CommonOptions.Blog();
        var ready = Ready();
        var command = new Command("page", "Make input/pages/title.md, as a draft. Example: dotnet run -- new page \"House rules\"") { title, blog, ready };
        command.SetAction(parse => Write(CommonOptions.Folder(parse.GetRequiredValue(blog)), FrontMatter(TitleOf(parse.GetRequiredValue(title)), !parse.GetValue(ready)), "pages"));
        return command;
    }

    private static int Write(BlogFolder folder, PostFrontMatter frontMatter, string place)
    {
        var path = NewPost.Write(folder, frontMatter, place, SlugMaker.Make(RedactionMarkSplitter.ReaderText(frontMatter.Title!)), "Write here."); // not null: a title was asked for
        var blog = Path.GetFullPath(folder.Root) == Path.GetFullPath(".") ? string.Empty : $" --blog {Path.GetRelativePath(".", folder.Root)}";
        Console.WriteLine(Path.GetRelativePath(".", folder.InputFile(path)));
        Console.Error.WriteLine(frontMatter.Draft
            ? $"It is a draft: see it with dotnet run -- serve --drafts{blog}, and take \"draft: true\" out to publish it."
            : $"See it with dotnet run -- serve{blog}.");
        return ExitCode.Done;
    }

    private static PostFrontMatter FrontMatter(string title, bool isDraft) => new()
    {
        Id = PostId.TryParse(RandomNumberGenerator.GetString(Alphabet, IdLength), out var id) ? id : throw new InvalidOperationException("The alphabet of ids holds another character than an id may."),
        Title = title,
        Url = string.Empty,
        Draft = isDraft,
        Provenance = Provenance.Editor,
    };

    private static string TitleOf(string given) => SourceText.CanonicalValue(given) is { Length: > 0 } title
        ? title
        : throw new UsageException("A title has letters and no control characters. Nothing was made.");

    private static Argument<string> Title() => new("title") { Description = "Its title, in quotes." };

    private static Option<bool> Ready() => new("--ready") { Description = "No draft: the next build has it." };
}
