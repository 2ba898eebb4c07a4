using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Search.Index;

/// <summary>Puts the files of one kind into folders of 64, each named by the hash of what is in it, so that a file's address never stands for two contents.</summary>
/// <remarks>
/// A name for each file would put as many hashes into the root as there are files; a folder's hash for 64 of them costs a change no more than 64 files fetched anew.
/// </remarks>
internal sealed class ShardFolders
{
    private readonly List<string> _folders = [];

    /// <summary>Names of the folders, in order; empty where a folder has no file.</summary>
    public IReadOnlyList<string> Folders => _folders;

    /// <summary>Path within the site of file <paramref name="index"/>.</summary>
    public static string PathOf(IReadOnlyList<string> folders, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{IndexFormat.Folder}{folders[index / IndexFormat.FilesPerFolder]}/{index % IndexFormat.FilesPerFolder}.bin");

    /// <summary>Writes the files of a kind.</summary>
    /// <param name="kind">Name of the kind, part of the hash: two kinds never share a folder.</param>
    /// <param name="count">How many files, those that are not there counted.</param>
    /// <param name="file">Gives a file; null for one that is not there. Called once for each, from many threads.</param>
    /// <param name="isPacked">Whether they are packed with gzip; bits that cannot be made shorter are written as they are.</param>
    /// <param name="parallelism">Threads.</param>
    /// <param name="write">Takes a path within the site and its bytes; called from many threads.</param>
    public static ShardFolders Write(string kind, int count, Func<int, byte[]?> file, bool isPacked, int parallelism, Action<string, byte[]> write)
    {
        var packed = new byte[]?[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = parallelism }, i =>
        {
            var bytes = file(i);
            packed[i] = isPacked && bytes is not null ? Pack(bytes) : bytes;
        });
        var result = new ShardFolders();
        for (var start = 0; start < packed.Length; start += IndexFormat.FilesPerFolder)
        {
            var end = Math.Min(packed.Length, start + IndexFormat.FilesPerFolder);
            result._folders.Add(NameOf(kind, packed, start, end));
        }

        for (var i = 0; i < packed.Length; i++)
        {
            if (packed[i] is { } bytes)
            {
                write(PathOf(result._folders, i), bytes);
            }
        }

        return result;
    }

    /// <summary>Unpacks a packed file.</summary>
    /// <exception cref="InvalidDataException">It is no gzip.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var unpacking = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacking.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string NameOf(string kind, byte[]?[] files, int start, int end)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {start}")));
        var isEmpty = true;
        Span<byte> length = stackalloc byte[4];
        for (var i = start; i < end; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, files[i]?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(files[i] ?? []);
            isEmpty &= files[i] is null;
        }

        return isEmpty ? string.Empty : Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
