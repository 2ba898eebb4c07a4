using System.CommandLine;
using System.Globalization;
using Blog.Moderate.Pictures;
using Blog.Redact.Pictures;
using Blog.Vault;

namespace Blog.Commands.Pictures;

/// <summary><c>vault media add</c>: takes files of pictures into the private store and finds, by their names, which texts show them. Nothing is fetched from anywhere.</summary>
internal static class MediaVerb
{
    public static Command Create() => new("media", "Pictures of the private store. Example: dotnet run -- vault media add ~/Takeout/Albums") { Add() };

    private static Command Add()
    {
        var files = new Argument<string[]>("path") { Description = "Files of pictures, or folders of them (with all below).", Arity = ArgumentArity.OneOrMore };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var address = new Option<string?>("--for") { Description = "The address by which texts name this one file, where its name does not tell.", HelpName = "ADDRESS" };
        var command = new Command("add", "Take pictures in that the texts show; each waits until somebody has looked at it. Example: dotnet run -- vault media add ~/Takeout/Albums --blog ../my-blog") { files, blog, vault, address };
        command.SetAction((parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            using var store = VaultAccess.Open(folder, parse.GetValue(vault));
            return Task.FromResult(Run(store, parse.GetRequiredValue(files), parse.GetValue(address), token));
        });
        return command;
    }

    private static int Run(VaultStore store, string[] paths, string? address, CancellationToken token)
    {
        var files = paths.SelectMany(Files).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var addresses = PicturePlaces.Of(store).Select(place => place.Address).ToHashSet(StringComparer.Ordinal);
        if (address is not null && (files.Count != 1 || !addresses.Contains(address)))
        {
            throw new UsageException("--for takes one file, and an address that stands in a text just so (redact pictures --missing lists them). Nothing was changed.");
        }

        var matcher = new PictureMatcher(addresses);
        var byName = files.ToLookup(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);
        var moderation = new PictureModeration(store, store.Actor, TimeProvider.System);
        var (added, known, unused, left) = (0, 0, 0, 0);
        foreach (var file in files)
        {
            token.ThrowIfCancellationRequested();
            var (named, doubtful) = address is null ? matcher.Match(Path.GetFileName(file)) : ([address], false);
            if (named.Count == 0)
            {
                unused++;
                continue;
            }

            if (doubtful || (address is null && byName[Path.GetFileName(file)].Count() > 1))
            {
                Say(file, doubtful ? "several pictures in the texts have this name. Say which with --for ADDRESS." : "another file has the same name. Take in the right one by itself, with --for ADDRESS.");
                left++;
                continue;
            }

            try
            {
                var isNew = moderation.TakeIn(Bytes(file), named).IsNew;
                (added, known) = isNew ? (added + 1, known) : (added, known + 1);
            }
            catch (PictureException e)
            {
                Say(file, e.Message);
                left++;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{added:N0} pictures taken in, {known:N0} known already, {unused:N0} that no text shows, {left:N0} left. None is published yet."));
        Console.WriteLine("Next: dotnet run -- redact pictures");
        return left == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static IEnumerable<string> Files(string path)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? Directory.EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true })
            : File.Exists(full) ? [full]
            : throw new UsageException($"{path}: there is no such file or folder. Nothing was changed.");
    }

    private static byte[] Bytes(string file) =>
        new FileInfo(file).Length <= PictureLimits.MaxBytes ? File.ReadAllBytes(file) : throw new PictureException($"The file is larger than {PictureLimits.MaxBytes / 1024 / 1024} MiB. Make a smaller copy, and take that.");

    private static void Say(string file, string what) => Console.Error.WriteLine($"{Path.GetFileName(file)}: {what}");
}
