using System.Security.Cryptography;
using Blog.Vault;

namespace Blog.Bench.Reliability;

/// <summary>Everything that must not be lost, as it lies in a trial's folder at one moment.</summary>
internal sealed record BlogState
{
    private const string SetAsideName = ".build/set-aside/";

    /// <summary>Files of <c>input/</c> and of the blog folder itself by path, each with the hash of its bytes.</summary>
    public required SortedDictionary<string, string> Input { get; init; }

    /// <summary>Files of <c>output/</c>, as <see cref="Input"/>; null where there is no such folder.</summary>
    public required SortedDictionary<string, string>? Output { get; init; }

    /// <summary>What the private store holds; null where there is none yet.</summary>
    public required VaultRows? Vault { get; init; }

    /// <summary>Why the store cannot be opened; null where it can, or where there is none.</summary>
    public required string? VaultFault { get; init; }

    /// <summary>Paths of files in the working folder and of names that only a run that was cut off leaves.</summary>
    public required IReadOnlyList<string> Leftovers { get; init; }

    /// <summary>Paths in the working folder, <c>.build</c>; only a hand-made file is ever looked for among them.</summary>
    public required IReadOnlyList<string> Working { get; init; }

    /// <summary>Reads a trial's folder. The store is read in a copy, so that the next run meets it as the last one left it.</summary>
    public static BlogState Read(string trial, string scratch)
    {
        var files = Files(trial, "blog");
        var leftovers = files.Keys.Where(IsLeftover).Concat(Folders(Path.Combine(trial, "blog", ".build"))).ToList();
        if (files.Keys.Count(path => path.EndsWith(".manifest", StringComparison.Ordinal)) > 1)
        {
            leftovers.Add("more than one manifest");
        }

        leftovers.AddRange(Files(trial, "vault").Keys.Where(path => path is not ("vault.db" or "vault.lock" or "vault.db-wal" or "vault.db-shm")).Select(path => "vault/" + path));
        var (vault, fault) = ReadVault(trial, scratch);
        return new BlogState
        {
            Input = Part(files, path => !path.StartsWith("output/", StringComparison.Ordinal) && !path.StartsWith(".build/", StringComparison.Ordinal) && !IsLeftover(path)),
            Output = Directory.Exists(Path.Combine(trial, "blog", "output")) ? Part(files, path => path.StartsWith("output/", StringComparison.Ordinal)) : null,
            Working = [.. files.Keys.Where(path => path.StartsWith(".build/", StringComparison.Ordinal))],
            Leftovers = leftovers,
            Vault = vault,
            VaultFault = fault,
        };
    }

    /// <summary>Whether a person's own file lies in <c>output/</c> or is kept beside it.</summary>
    public bool Keeps(string byHand) => Output?.ContainsKey("output/" + byHand) == true || Working.Any(path => path.EndsWith("/" + byHand, StringComparison.Ordinal));

    /// <summary>Whether it is where the program promises to keep it.</summary>
    public bool HasSetAside(string byHand) => Working.Contains(SetAsideName + byHand);

    private static bool IsLeftover(string path) => path.EndsWith(".tmp", StringComparison.Ordinal) || path.EndsWith(".journal", StringComparison.Ordinal);

    private static IEnumerable<string> Folders(string build) =>
        Directory.Exists(build) ? Directory.EnumerateDirectories(build).Select(folder => Path.GetFileName(folder)).Where(name => name != "set-aside").Select(name => ".build/" + name) : [];

    private static SortedDictionary<string, string> Files(string trial, string part)
    {
        var root = Path.Combine(trial, part);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(root))
        {
            foreach (var file in Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
            {
                files.Add(Path.GetRelativePath(root, file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
            }
        }

        return files;
    }

    private static SortedDictionary<string, string> Part(SortedDictionary<string, string> files, Func<string, bool> wanted) =>
        new(files.Where(file => wanted(file.Key)).ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    private static (VaultRows? Rows, string? Fault) ReadVault(string trial, string scratch)
    {
        if (!Directory.Exists(Path.Combine(trial, "vault")))
        {
            return (null, null);
        }

        var copy = Path.Combine(scratch, "vault-copy");
        TrialFolder.Copy(Path.Combine(trial, "vault"), copy);
        try
        {
            var location = VaultLocation.Resolve(Path.Combine(trial, "blog"), copy, _ => null);
            if (!VaultStore.Exists(location))
            {
                return (null, null);
            }

            using var random = RandomNumberGenerator.Create();
            using var store = VaultStore.Open(location, random, TimeProvider.System);
            var rows = VaultRows.Read(store);
            return (rows, rows.Faults.Count == 0 ? null : string.Join("; ", rows.Faults));
        }
        catch (VaultException e) when (e.Fault == Blog.Vault.VaultFault.Missing)
        {
            return (null, null); // begun, and nothing in it yet
        }
        catch (VaultException e)
        {
            return (null, e.Message);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
