using System.CommandLine;
using Blog.Release.Erasure;
using Blog.Requests;
using Blog.Source;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary><c>takedown request letter</c>: a letter with addresses and days filled in.</summary>
internal static class LetterVerb
{
    public static Command Create()
    {
        var name = RequestInput.Name();
        var word = new Argument<string?>("letter") { Description = "Which letter; the first of its kind where it is left out.", Arity = ArgumentArity.ZeroOrOne };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var command = new Command("letter", "Print a letter, ready to send but for what stands in square brackets. It confirms and denies nothing about who wrote. Example: dotnet run -- takedown request letter 4f2a91c0 archive") { name, word, blog, vault };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var settings = new BlogReader(folder).ReadSettings();
            var (store, book) = RequestInput.Open(folder, parse.GetValue(vault), null);
            using var open = store;
            var request = book.Find(parse.GetRequiredValue(name));
            var letter = parse.GetValue(word) is { } asked ? request.Kind.Letters.FirstOrDefault(each => each.Word == asked) : request.Kind.Letters.Count > 0 ? request.Kind.Letters[0] : null;
            if (letter is null)
            {
                throw new UsageException($"The letters of this request: {string.Join(", ", request.Kind.Letters.Select(each => each.Word))}.");
            }

            Console.Write(LetterWriter.Write(letter, settings.Title, settings.Address, PublicAddresses.Of(store, settings.Address, [.. request.Row.Units]), request, DateOnly.FromDateTime(book.Now)));
            return ExitCode.Done;
        });
        return command;
    }
}
