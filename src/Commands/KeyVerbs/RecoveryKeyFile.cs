using System.Security.Cryptography;
using Blog.Source;
using Blog.Vault.Keys;

namespace Blog.Commands.KeyVerbs;

/// <summary>Makes a recovery key: its private half into a file under a passphrase of its own, its public half beside it. Neither touches a store.</summary>
internal static class RecoveryKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Ending of the file with the public half.</summary>
    public const string PublicEnding = ".public.json";

    public static int Make(string path, string? passphraseFile, string? notAfter, RandomNumberGenerator random, TimeProvider time)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full) || File.Exists(full + PublicEnding))
        {
            throw new UsageException($"{full} or its public part is there already, and a key is never overwritten. Name another file. Nothing was changed.");
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var last = KeyText.NotAfter(notAfter, today);
        using var passphrase = PassphraseReader.New(passphraseFile, variable: null, "--passphrase-file", "Passphrase of the recovery key");
        var (file, publicKey) = RecoveryKey.Make(today, last, passphrase, random);
        DurableFile.Write(full, file, OwnerOnly);
        DurableFile.Write(full + PublicEnding, new SubmissionKeys([publicKey]).ToBytes());
        Console.WriteLine($"{publicKey.Id[..8]}  recovery  {publicKey.Created:yyyy-MM-dd} to {publicKey.NotAfter:yyyy-MM-dd}");
        Console.WriteLine($"Move {full} to a stick or print it (it is text), keep it and its passphrase in two places away from every machine, and delete it here. Publish the other part: dotnet run -- keys publish --recovery {path}{PublicEnding}");
        return ExitCode.Done;
    }
}
