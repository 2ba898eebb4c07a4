namespace Blog.Bench.Reliability;

/// <summary>The steps of a campaign in their order: each begins where the one before it ended undisturbed.</summary>
internal static class Steps
{
    /// <summary>Name of the file with the first export, in the folder that holds all trials.</summary>
    public const string FirstExport = "first.xml";

    /// <summary>Name of the file with the second export.</summary>
    public const string SecondExport = "second.xml";

    /// <summary>Makes the blog folder; not disturbed: cut off, it is repeated in a new folder, and nothing of anybody's is in it yet.</summary>
    public static IReadOnlyList<string> Init { get; } = ["init", "blog", "--title", "An invented blog", "--address", "https://archive.example", "--no-git"];

    /// <summary>Every step. A new verb that writes gets its row here.</summary>
    public static IReadOnlyList<Step> All { get; } =
    [
        new()
        {
            Name = "import",
            Arguments = ["import", Path.Combine("..", FirstExport), "--blog", "blog"],
            Acknowledgement = "Next: ",
            Before = trial => Directory.Delete(Path.Combine(trial, "vault"), recursive: true), // so that the import makes the store, empty at first
        },
        new()
        {
            Name = "release",
            Arguments = ["release", "--blog", "blog", "--as-it-was", "--yes"],
            Acknowledgement = "Next: ",
        },
        new()
        {
            Name = "build",
            Arguments = ["build", "--blog", "blog", "--as-of", "2026-11-21"],
            Acknowledgement = "Safety check: nothing found",
        },
        new()
        {
            Name = "redact",
            Arguments = ["redact", "term", "Brindle Hatch", "--kind", "person", "--scope", "everywhere", "--blog", "blog"],
            Acknowledgement = "Decision ",
            StoreAtOnce = true,
        },
        new()
        {
            Name = "keep",
            Arguments = ["redact", "term", "rota", "--keep", "--blog", "blog"],
            Acknowledgement = "Decision ",
            StoreAtOnce = true,
        },
        new()
        {
            Name = "undo",
            Arguments = ["redact", "undo", "--blog", "blog"],
            Acknowledgement = "Undone: ",
            StoreAtOnce = true,
        },
        new()
        {
            Name = "import again",
            Arguments = ["import", Path.Combine("..", SecondExport), "--blog", "blog"],
            Acknowledgement = "Next: ",
            StoreAtOnce = true,
        },
        new()
        {
            Name = "release again",
            Arguments = ["release", "--blog", "blog"],
            Acknowledgement = "Next: ",
        },
        new()
        {
            Name = "build again",
            Arguments = ["build", "--blog", "blog", "--as-of", "2026-11-21"],
            Acknowledgement = "Safety check: nothing found",
            Before = trial => File.WriteAllText(Path.Combine(trial, "blog", "output", "by-hand.txt"), "Put here by hand.\n"),
            ByHand = "by-hand.txt",
        },
    ];
}
