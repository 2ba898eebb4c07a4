using System.CommandLine;
using Blog.Gate.Removal;
using Blog.Moderate;
using Blog.Requests;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary>What the verbs of <c>takedown request</c> are given.</summary>
internal static class RequestInput
{
    public static Argument<string> Name() => new("request") { Description = "The request: the first digits of its name." };

    public static Option<string?> NoteFile() => new("--note-file") { Description = "File with who asked, what they wrote, what you answered; - for standard input. It is sealed under the passphrase; delete the file afterwards. Never an argument: those are kept by shells.", HelpName = "FILE" };

    /// <summary>Posts and comments by address or name.</summary>
    /// <exception cref="ModerationException">Nothing, or more than one, is called so.</exception>
    public static IReadOnlyList<VaultHandle> Units(VaultStore store, BlogFolder folder, IReadOnlyList<string> named)
    {
        if (named.Count == 0)
        {
            return [];
        }

        var address = new BlogReader(folder).ReadSettings().Address;
        var finder = new UnitFinder(store);
        return [.. named.Select(name => finder.Find(CheckedRemoval.NameOf(folder, address, name)).Handle).Distinct()];
    }

    /// <summary>The words of a file; null where none was named.</summary>
    /// <exception cref="UsageException">It cannot be read, is empty or too long.</exception>
    public static string? Note(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var text = TextInput.Read(path, "The file with the note");
        return text.Trim().Length is > 0 and <= RequestBook.MostNote
            ? text
            : throw new UsageException($"A note has words, and at most {RequestBook.MostNote} characters. Nothing was changed.");
    }

    /// <summary>Opens the store and its book.</summary>
    public static (VaultStore Store, RequestBook Book) Open(BlogFolder folder, string? vault, string? actor)
    {
        var store = VaultAccess.Open(folder, vault, actor);
        return (store, new RequestBook(store, TimeProvider.System));
    }

    /// <summary>The kind of a word.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static RequestKind Kind(string word) => RequestKindTable.TryFind(word, out var kind)
        ? kind
        : throw new UsageException($"The kind is one of: {string.Join(", ", RequestKindTable.All.Select(each => each.Word))}. \"takedown request kinds\" tells them apart. Nothing was changed.");
}
