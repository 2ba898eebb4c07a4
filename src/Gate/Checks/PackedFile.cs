using System.Buffers.Binary;
using Blog.Search.Index;

namespace Blog.Gate.Checks;

/// <summary>Unpacks a packed file of the index once, and looks whether it holds nothing but its content.</summary>
internal static class PackedFile
{
    /// <summary>What is packed in a file; <paramref name="isWhole"/> says whether the file ends with it.</summary>
    /// <param name="file">RFC 1952: a header of ten bytes without a name, comment or time, and at the end the CRC and length of what is packed.</param>
    /// <param name="isWhole">Whether nothing else stands in the file.</param>
    /// <exception cref="InvalidDataException">It is no gzip.</exception>
    public static byte[] Unpack(byte[] file, out bool isWhole)
    {
        isWhole = false;
        if (file.Length < 18 || !file.AsSpan().StartsWith<byte>([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]))
        {
            return [];
        }

        var content = ShardFolders.Unpack(file);
        var trailer = file.AsSpan(file.Length - 8);
        isWhole = BinaryPrimitives.ReadUInt32LittleEndian(trailer) == PackedCrc.Of(content) && BinaryPrimitives.ReadInt32LittleEndian(trailer[4..]) == content.Length;
        return content;
    }
}
