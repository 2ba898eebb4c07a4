using System.Globalization;
using System.Text;
using Blog.Source;

namespace Blog.Site.Hosting;

/// <summary>
/// Keeps what every swap of <c>output/</c> took away, until <c>deploy check</c> has seen that the host no longer gives it out: several builds may lie between two deploys.
/// </summary>
/// <remarks>
/// <c>.build/withdrawn</c>, text, never published: line 1 <c>subrosa-withdrawn 1</c>, then a line a file, sorted (ordinal): SHA-256 in hex, a blank, the path; the last line is <c>end</c> and
/// their number. It holds paths and hashes of bytes that were public, no word of a page. One that is cut or damaged is an error, not an empty list.
/// </remarks>
public static class WithdrawnFiles
{
    private const string Head = "subrosa-withdrawn 1";

    /// <summary>What was taken away and not yet seen to be gone, sorted by path, then hash.</summary>
    /// <exception cref="OutputException">The list is damaged.</exception>
    public static IReadOnlyList<WithdrawnFile> Read(BlogFolder folder)
    {
        var path = PathOf(folder);
        if (!File.Exists(path))
        {
            return [];
        }

        var lines = File.ReadAllText(path, Encoding.UTF8).Split('\n');
        var files = new List<WithdrawnFile>();
        foreach (var line in lines.Length > 3 ? lines[1..^2] : [])
        {
            if (line.Length > 65 && line[64] == ' ')
            {
                files.Add(new WithdrawnFile(line[65..], line[..64]));
            }
        }

        if (lines[0] != Head || lines.Length < 3 || lines[^2] != string.Create(CultureInfo.InvariantCulture, $"end {files.Count}") || files.Count != lines.Length - 3)
        {
            throw new OutputException($"{path} is damaged, so nobody can say what a host must no longer give out. Delete it, deploy again, and run deploy check --all.");
        }

        return files;
    }

    /// <summary>Adds what one swap took away. What is published again as it was is struck off.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="before">What was published; null for nothing known.</param>
    /// <param name="now">What is published now.</param>
    public static void Note(BlogFolder folder, Manifest? before, Manifest now)
    {
        var current = now.Entries.ToDictionary(entry => entry.Path, entry => entry.Sha256, StringComparer.Ordinal);
        var all = Read(folder).Concat((before?.Entries ?? []).Select(entry => new WithdrawnFile(entry.Path, entry.Sha256)))
            .Where(file => current.GetValueOrDefault(file.Path) != file.Sha256)
            .Distinct();
        Write(folder, all);
    }

    /// <summary>Strikes off what a host was seen not to give out.</summary>
    public static void Confirm(BlogFolder folder, IReadOnlyCollection<WithdrawnFile> gone) => Write(folder, Read(folder).Except(gone));

    private static void Write(BlogFolder folder, IEnumerable<WithdrawnFile> files)
    {
        var sorted = files.OrderBy(file => file.Path, StringComparer.Ordinal).ThenBy(file => file.Sha256, StringComparer.Ordinal).ToList();
        var path = PathOf(folder);
        if (sorted.Count == 0)
        {
            File.Delete(path);
            return;
        }

        var text = new StringBuilder(Head + "\n");
        foreach (var file in sorted)
        {
            text.Append(file.Sha256).Append(' ').Append(file.Path).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"end {sorted.Count}\n");
        DurableFile.Write(path, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string PathOf(BlogFolder folder) => System.IO.Path.Combine(folder.Build, "withdrawn");
}
