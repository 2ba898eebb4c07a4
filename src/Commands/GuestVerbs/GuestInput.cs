using System.CommandLine;
using System.Text;
using Blog.Guests;
using Blog.Model;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.GuestVerbs;

/// <summary>What the verbs of <c>guest</c> share: their options, and a store whose sealed part is open.</summary>
internal sealed class GuestInput
{
    private readonly Option<string> _blog = CommonOptions.Blog();
    private readonly Option<string?> _vault = CommonOptions.Vault();
    private readonly Option<string?> _actor = CommonOptions.Actor();
    private readonly Option<string?> _passphrase = CommonOptions.PassphraseFile();

    /// <summary>The name of a guest's text.</summary>
    public static Argument<string> Name() => new("guest") { Description = "The guest's text: the first digits of its name." };

    /// <summary>Adds the shared options to a verb, and says what it does.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="verb">Its full name, for messages.</param>
    /// <param name="isSealed">Whether it needs the passphrase.</param>
    /// <param name="run">What it does; gives the exit code.</param>
    public void Set(Command command, string verb, bool isSealed, Func<ParseResult, BlogFolder, VaultStore, GuestBook, int> run)
    {
        command.Add(_blog);
        command.Add(_vault);
        command.Add(_actor);
        if (isSealed)
        {
            command.Add(_passphrase);
        }

        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(_blog));
            SampleGuard.Refuse(folder, verb);
            using var store = VaultAccess.OpenOrCreate(folder, parse.GetValue(_vault), parse.GetValue(_actor));
            store.Roles.Require(EditorTask.GuestPosts);
            if (isSealed)
            {
                KeyVerbs.OwnStore.RequireSealed(store, parse.GetValue(_passphrase));
            }

            return run(parse, folder, store, new GuestBook(store, TimeProvider.System));
        });
    }

    /// <summary>A day as people write it in options.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static DateOnly? Day(string? text, string option) => text is null ? null
        : DayText.TryRead(text, out var day) ? day
        : throw new UsageException($"{option} takes a day such as 2027-01-31. Nothing was changed.");

    /// <summary>Refuses a file that would lie where things are published from, or exists already.</summary>
    /// <exception cref="UsageException">It would, or does.</exception>
    public static string PrivatePath(BlogFolder folder, string path)
    {
        var full = Path.GetFullPath(path);
        if (RealPath.Of(full).StartsWith(RealPath.Of(folder.Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UsageException("This file would lie in the blog's folder, from which things are published and kept in a history. Choose a place outside of it. Nothing was changed.");
        }

        return File.Exists(full) ? throw new UsageException("There is a file of this name already, and nothing is overwritten. Choose another name. Nothing was changed.") : full;
    }

    /// <summary>Writes a private file: readable by its owner alone.</summary>
    public static void WritePrivate(string path, string text) => WritePrivate(path, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="WritePrivate(string, string)"/>
    public static void WritePrivate(string path, ReadOnlySpan<byte> bytes) => DurableFile.Write(path, bytes, UnixFileMode.UserRead | UnixFileMode.UserWrite);
}
