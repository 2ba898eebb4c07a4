using System.Globalization;
using System.Security.Cryptography;
using Blog.Release;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>The last step of <c>release --seal</c>: writes what was taken out to <c>input/redactions.sealed</c>.</summary>
internal static class SealStep
{
    /// <summary>The key to seal with.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static SealKey Key(Func<string, string?> environment) =>
        SealKey.TryParse(environment(SealKey.Variable), out var key)
            ? key
            : throw new UsageException($"--seal needs a key in {SealKey.Variable}: 32 bytes in base64. \"gate seal-key\" makes one; give the same to the machine that checks. Nothing was changed.");

    /// <summary>Writes the file and says what is in it, in counts.</summary>
    public static void Run(BlogFolder folder, VaultStore store, SealKey key)
    {
        var (secrets, numbers) = GateSecrets.List(store);
        using var random = RandomNumberGenerator.Create();
        var report = SealedRedactionsWriter.Write(
            folder, key, [.. secrets.Select(secret => new SealedTerm(secret.Text, secret.Letters, secret.Scope.Units, secret.Scope.Exceptions))], numbers, random);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Sealed: {report.Terms:N0} details in {report.Forms:N0} forms, {report.Entries:N0} entries, {report.Bytes / 1e3:N0} kB in input/redactions.sealed."));
        if (report.Unsealable > 0)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Unsealable:N0} details have no letter or digit and cannot be sealed: the check beside the private store names their cases."));
        }
    }

    /// <summary>Says so where a release left an older file behind.</summary>
    public static void WarnOfOld(BlogFolder folder) => WarnOfOld(folder, Console.Error);

    /// <summary>As <see cref="WarnOfOld(BlogFolder)"/>, on another writer.</summary>
    public static void WarnOfOld(BlogFolder folder, TextWriter output)
    {
        if (File.Exists(folder.SealedFile))
        {
            output.WriteLine("input/redactions.sealed is from an earlier release and does not know what this one took out. Release again with --seal, or delete it.");
        }
    }
}
