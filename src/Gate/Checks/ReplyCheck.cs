using Blog.Source;

namespace Blog.Gate.Checks;

/// <summary>
/// The answers to writers are 16 files of one size that look like nothing but chance: fewer, more or larger ones would tell how many answers there are, and what is not
/// random was not encrypted. They cannot be searched for secrets, so this is asked of them instead.
/// </summary>
internal static class ReplyCheck
{
    public const string Name = "replies";

    /// <summary>
    /// Most of the chi-square statistic over the 256 values of a byte (255 degrees of freedom: mean 255, deviation 22.6). Random bytes pass it less than once in
    /// 10^15 files; text, JSON, base64 and pictures reach many thousands.
    /// </summary>
    private const double MostChance = 460;

    private const string Remedy = "Write all of them anew: \"inbox reply --refresh\".";

    public static void Run(StagedSite site, ICollection<GateFinding> findings)
    {
        var there = site.Files.Where(ReplyFiles.Owns).ToList();
        if (there.Count is not (0 or ReplyFiles.Count))
        {
            findings.Add(new GateFinding(Name, there[0], 0, "is one of the answers to writers, of which there are always 16 or none, so their number would tell something.", Remedy));
        }

        foreach (var file in there)
        {
            var bytes = site.Read(file);
            if (bytes.Length != ReplyFiles.Length)
            {
                findings.Add(new GateFinding(Name, file, 0, "is an answer to a writer of another size than all of them have, so it can be told from a decoy.", Remedy));
            }
            else if (ChanceOf(bytes) > MostChance)
            {
                findings.Add(new GateFinding(Name, file, 0, "is no encrypted answer to a writer: its bytes are not random.", Remedy));
            }
        }
    }

    /// <summary>Whether a file is one of the answers to writers and looks like nothing but chance.</summary>
    /// <param name="file">Its path in the site, or within <c>input/</c>.</param>
    /// <param name="bytes">Its bytes.</param>
    public static bool IsEncrypted(string file, byte[] bytes) => ReplyFiles.Owns(file) && bytes.Length == ReplyFiles.Length && ChanceOf(bytes) <= MostChance;

    /// <summary>Sum over all values of a byte of (seen - expected)² / expected.</summary>
    private static double ChanceOf(byte[] bytes)
    {
        Span<int> seen = stackalloc int[256];
        foreach (var b in bytes)
        {
            seen[b]++;
        }

        var expected = bytes.Length / 256.0;
        var sum = 0.0;
        foreach (var count in seen)
        {
            sum += (count - expected) * (count - expected) / expected;
        }

        return sum;
    }
}
