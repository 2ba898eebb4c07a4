using Blog.Gate;
using Blog.Source;

namespace Blog.Commands;

/// <summary>What the safety check of a machine without the private store looks for: what a release sealed, if the key is there.</summary>
internal static class SealedInput
{
    /// <summary>The sealed secrets of a blog; none where nothing was sealed.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="unsealed">Whether a person said to go without them.</param>
    /// <param name="environment">The machine's environment variables.</param>
    /// <exception cref="UsageException">They are there and the key is not, or it is another: a check that cannot run is a failed check.</exception>
    /// <exception cref="SourceException">The file is not whole.</exception>
    public static SecretSet Of(BlogFolder folder, bool unsealed, Func<string, string?> environment)
    {
        if (!File.Exists(folder.SealedFile))
        {
            return SecretSet.None;
        }

        var given = environment(SealKey.Variable);
        if (unsealed && string.IsNullOrWhiteSpace(given))
        {
            return Unsealed(environment);
        }

        if (!SealKey.TryParse(given, out var key))
        {
            throw new UsageException(string.IsNullOrWhiteSpace(given)
                ? $"input/redactions.sealed says that there are redacted details, and neither the private store nor {SealKey.Variable} is here, so the site cannot be checked for them. Nothing was published. Build beside the private store, or set {SealKey.Variable}; on your own machine, build --unsealed goes without."
                : $"{SealKey.Variable} is not a key of this program (32 bytes in base64). Nothing was published. \"gate seal-key\" makes one; the file has to be sealed with it: release --seal.");
        }

        var secrets = new SealedSecrets(SealedRedactions.Parse(File.ReadAllBytes(folder.SealedFile), "redactions.sealed"), key, UnitThreads.Read(new BlogReader(folder)));
        return secrets.IsRightKey
            ? SecretSet.Of(secrets)
            : throw new UsageException($"input/redactions.sealed was made with another key than the one in {SealKey.Variable}, so it would find nothing. Nothing was published. Set the key it was sealed with, or seal again: release --seal.");
    }

    private static SecretSet Unsealed(Func<string, string?> environment)
    {
        foreach (var service in (string[])["CI", "NETLIFY"])
        {
            if (!string.IsNullOrWhiteSpace(environment(service)))
            {
                throw new UsageException($"--unsealed is refused where {service} is set: nobody is there to see what it publishes. Nothing was published. Set {SealKey.Variable}, or build beside the private store and upload output/.");
            }
        }

        Console.Error.WriteLine("Warning: published without looking for redacted details (--unsealed). Look at it beside the private store: dotnet run -- gate");
        return SecretSet.None;
    }
}
