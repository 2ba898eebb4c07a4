using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Blog.Tests.Import.Zip;

/// <summary>Small zips, written honestly and then bent byte by byte.</summary>
internal static class ZipSamples
{
    public static byte[] Of(params (string Name, string Text)[] entries) => OfBytes([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Text)))]);

    public static byte[] OfBytes(params (string Name, byte[] Bytes)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Adds to the little-endian number at an offset behind the n-th signature.</summary>
    public static byte[] Bent(byte[] zip, string signature, int offset, uint value, int bytes, int nth = 0)
    {
        var changed = zip.ToArray();
        var at = -1;
        for (var i = 0; i <= nth; i++)
        {
            at += 1 + changed.AsSpan(at + 1).IndexOf(Encoding.Latin1.GetBytes(signature));
        }

        var place = changed.AsSpan(at + offset);
        if (bytes == 2)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(place, value);
        }

        return changed;
    }
}
