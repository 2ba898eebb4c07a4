using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Blog.Model;
using Blog.Source;

namespace Blog.Site;

/// <summary>Writes the published site as a package for a library or archive: BagIt 1.0 (RFC 8493) in a zip, with checksums of everything.</summary>
/// <remarks>
/// Only what is public goes in: the files of <c>output/</c>, each compared with the manifest of its build. No <c>input/</c>: drafts and texts of a later day lie there. The same site gives the same
/// bytes: the times in it are the day of the build.
/// </remarks>
public static class BagItPackage
{
    private const string Declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /// <summary>Writes it.</summary>
    /// <param name="blog">The blog.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="stream">Where to; may be forward only.</param>
    /// <returns>Number and bytes of the files of the site in it.</returns>
    /// <exception cref="OutputException">There is no built site, or a file is not what was built.</exception>
    public static (int Files, long Bytes) Write(BlogFolder blog, SiteSettings settings, Stream stream)
    {
        var manifest = StagingFolder.PublishedManifest(blog) ?? throw new OutputException("There is no built site to pack: run \"build\" first. Nothing was written.");
        var time = new DateTimeOffset(manifest.AsOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var folder = $"site-{DayText.Of(manifest.AsOf)}/";
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var sums = new StringBuilder();
        foreach (var entry in manifest.Entries)
        {
            var bytes = File.ReadAllBytes(Path.Combine(blog.Output, entry.Path));
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != entry.Sha256)
            {
                throw new OutputException($"output/{entry.Path} is not what the build wrote and checked. Build again; the package is not whole, delete it.");
            }

            Put("data/" + entry.Path, bytes);
            sums.Append(entry.Sha256).Append("  data/").Append(entry.Path.Replace("%", "%25", StringComparison.Ordinal)).Append('\n'); // RFC 8493, 2.1.3
        }

        var tags = new StringBuilder();
        PutTag("bagit.txt", Declaration);
        PutTag("bag-info.txt", string.Create(CultureInfo.InvariantCulture,
            $"Source-Organization: {settings.Title}\nExternal-Identifier: {settings.Address}\nExternal-Description: The public pages of the site on the day of its build. Texts may be taken down later; whoever holds this is asked to delete them then.\nBagging-Date: {DayText.Of(manifest.AsOf)}\nPayload-Oxum: {manifest.TotalBytes}.{manifest.Entries.Count}\n"));
        PutTag("manifest-sha256.txt", sums.ToString());
        Put("tagmanifest-sha256.txt", Encoding.UTF8.GetBytes(tags.ToString()));
        return (manifest.Entries.Count, manifest.TotalBytes);

        void PutTag(string name, string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            tags.Append(Convert.ToHexStringLower(SHA256.HashData(bytes))).Append("  ").Append(name).Append('\n');
            Put(name, bytes);
        }

        void Put(string name, byte[] bytes)
        {
            var entry = zip.CreateEntry(folder + name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = time;
            using var content = entry.Open();
            content.Write(bytes);
        }
    }
}
