using System.Text;
using Blog.Source;

namespace Blog.Site;

/// <summary>Puts a finished folder in the place of the published one so that, killed at any instant, the published one is whole: old or new.</summary>
/// <remarks>
/// One system call (renameat2, RENAME_EXCHANGE) where it is to be had; rename(2) alone cannot replace a full folder. Elsewhere two
/// renames with a journal before them, which <see cref="Complete"/> finishes at the next start.
/// </remarks>
internal static class FolderSwap
{
    private const string JournalName = "swap.journal";

    /// <summary>Name of the old site's folder while two renames put the new one into its place, and until it is cleared.</summary>
    public const string AsideName = "swap.old";

    /// <summary>Swaps. Afterwards the old site, if there was one, is the returned folder within <paramref name="build"/>; null if there was none.</summary>
    /// <param name="build">The working folder that holds <paramref name="staged"/> and the journal.</param>
    /// <param name="staged">The finished folder.</param>
    /// <param name="published">The place of the published one; on the same file system.</param>
    /// <param name="allowExchange">False only in tests of the journal.</param>
    public static string? Swap(string build, string staged, string published, bool allowExchange = true)
    {
        if (!Directory.Exists(published))
        {
            Directory.Move(staged, published);
            return null;
        }

        if (allowExchange && NativeFolder.TryExchange(staged, published))
        {
            return staged;
        }

        var journal = Path.Combine(build, JournalName);
        var aside = Path.Combine(build, AsideName);
        DurableFile.Write(journal, Encoding.UTF8.GetBytes(Path.GetFileName(staged) + "\n"));
        Directory.Move(published, aside);
        Directory.Move(staged, published);
        File.Delete(journal);
        return aside;
    }

    /// <summary>Finishes a swap that was cut off between its two renames; does nothing where none was.</summary>
    public static void Complete(string build, string published)
    {
        var journal = Path.Combine(build, JournalName);
        if (!File.Exists(journal))
        {
            return;
        }

        var staged = Path.Combine(build, File.ReadAllText(journal).TrimEnd('\n'));
        var aside = Path.Combine(build, AsideName);
        if (!Directory.Exists(published))
        {
            // Killed between the renames: the new site is finished, so it goes in; without it the old one goes back.
            if (Directory.Exists(staged))
            {
                Directory.Move(staged, published);
            }
            else if (Directory.Exists(aside))
            {
                Directory.Move(aside, published);
            }
        }

        File.Delete(journal);
    }
}
