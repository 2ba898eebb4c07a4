using System.Security.Cryptography;
using Blog.Source;

namespace Blog.Guests.Replies;

/// <summary>Writes <c>input/replies/</c>: the answers, in random places, and random bytes in all others.</summary>
/// <remarks>
/// All of them are written anew every time, so that whoever keeps old copies of the site sees that something was done, and not whether one answer came, sixteen, or none.
/// Between two such times they stay as they are, build after build.
/// </remarks>
public static class ReplyFolder
{
    /// <summary>Writes all files.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="blobs">The answers, at most <see cref="ReplyFiles.Count"/>.</param>
    /// <param name="random">Where places and decoys come from.</param>
    /// <exception cref="ArgumentException">They are too many.</exception>
    public static void Write(BlogFolder folder, IReadOnlyList<byte[]> blobs, RandomNumberGenerator random)
    {
        if (blobs.Count > ReplyFiles.Count)
        {
            throw new ArgumentException("There are more answers than places.", nameof(blobs));
        }

        Directory.CreateDirectory(folder.Replies);
        var places = Shuffled(random);
        for (var i = 0; i < ReplyFiles.Count; i++)
        {
            var bytes = i < blobs.Count ? blobs[i] : ReplyBlob.Decoy(random);
            DurableFile.Write(folder.InputFile(ReplyFiles.PathOf(places[i])), bytes);
        }
    }

    /// <summary>Whether the files are there; a blog that takes submissions has them from the first day, so that the first answer does not show.</summary>
    public static bool Exists(BlogFolder folder) => Directory.Exists(folder.Replies) && Directory.EnumerateFiles(folder.Replies).Any();

    /// <summary>Fisher and Yates; the numbers of the system's generator, of which 2^64 are folded onto at most 16 places, favour none that anybody could measure.</summary>
    private static int[] Shuffled(RandomNumberGenerator random)
    {
        int[] places = [.. Enumerable.Range(0, ReplyFiles.Count)];
        var bytes = new byte[sizeof(ulong)];
        for (var i = places.Length - 1; i > 0; i--)
        {
            random.GetBytes(bytes);
            var other = (int)(BitConverter.ToUInt64(bytes) % (ulong)(i + 1));
            (places[i], places[other]) = (places[other], places[i]);
        }

        return places;
    }
}
