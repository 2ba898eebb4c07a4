using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Blog.Content;
using Blog.Model;
using Blog.Source;

namespace Blog.Site.Hosting;

/// <summary>
/// Writes a folder from which nginx serves the site: the files of <c>output/</c>, compressed forms beside them, and the configuration. The new site takes the place of the old in one step, so
/// that nothing of the old one is left.
/// </summary>
/// <remarks><c>site/</c>, <c>nginx/*.conf</c>, and <c>site.manifest</c>, by which the next run knows what it need not compress again.</remarks>
public static class NginxFolder
{
    private const string SiteName = "site";
    private const string ManifestName = "site.manifest";

    private static readonly string[] Compressible = [".html", ".css", ".js", ".svg", ".atom", ".xml", ".json", ".txt"];

    /// <summary>Writes it.</summary>
    /// <param name="blog">The blog; its <c>output/</c> is built.</param>
    /// <param name="index">The blog's index, for the rules of old addresses.</param>
    /// <param name="target">The folder; new, empty, or written by this before.</param>
    /// <param name="brotli">Whether nginx has the module for Brotli.</param>
    /// <returns>How many files there are, and how many of them have compressed forms.</returns>
    /// <exception cref="OutputException">There is no built site, or the folder is not for this.</exception>
    public static (int Files, int Compressed) Write(BlogFolder blog, SiteIndex index, string target, bool brotli)
    {
        target = Path.GetFullPath(target);
        Refuse(blog, target);
        var manifest = StagingFolder.PublishedManifest(blog) ?? throw new OutputException("There is no built site to deploy: run \"build\" first. Nothing was written.");
        var before = Manifest.TryRead(File.Exists(Path.Combine(target, ManifestName)) ? File.ReadAllBytes(Path.Combine(target, ManifestName)) : [], out var read) ? read!.Entries.ToDictionary(entry => entry.Path, entry => entry.Sha256, StringComparer.Ordinal) : [];

        var fresh = Path.Combine(target, SiteName + ".new");
        if (Directory.Exists(fresh))
        {
            Directory.Delete(fresh, recursive: true); // of a run that was cut off
        }

        var start = new SiteAddress(index.Settings.Address).BasePath;
        var site = Path.Combine(target, SiteName) + start;
        var files = manifest.Entries.Where(entry => entry.Path is not ("_headers" or "_redirects")).ToList();
        var compressed = 0;
        Directory.CreateDirectory(fresh + start);
        foreach (var folder in files.Select(entry => Path.GetDirectoryName(Path.Combine(fresh + start, entry.Path))!).Distinct(StringComparer.Ordinal)) // not null: below the folder
        {
            Directory.CreateDirectory(folder);
        }

        Parallel.ForEach(files, entry =>
        {
            var old = before.GetValueOrDefault(entry.Path) == entry.Sha256 ? Path.Combine(site, entry.Path) : null;
            if (WriteFile(blog, entry, Path.Combine(fresh + start, entry.Path), old))
            {
                Interlocked.Increment(ref compressed);
            }
        });

        PutInPlace(fresh, Path.Combine(target, SiteName));
        DurableFile.Write(Path.Combine(target, ManifestName), manifest.ToBytes());
        WriteConfig(index, target, brotli);
        return (files.Count, compressed);
    }

    private static void Refuse(BlogFolder blog, string target)
    {
        foreach (var ours in new[] { blog.Output, blog.Input, blog.Build })
        {
            var relative = Path.GetRelativePath(ours, target);
            if (relative == "." || !(relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)))
            {
                throw new OutputException($"{target} lies in a folder of the blog itself, and what is written there would be published or built. Name a folder beside it. Nothing was written.");
            }
        }

        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(Path.Combine(target, ManifestName)) && !Directory.Exists(Path.Combine(target, SiteName + ".new")))
        {
            throw new OutputException($"{target} holds other things, and a deploy replaces what is there. Name a new folder. Nothing was written.");
        }
    }

    /// <summary>Writes a file, and its compressed forms where they are smaller; all have one time, so that ETags follow from content.</summary>
    private static bool WriteFile(BlogFolder blog, ManifestEntry entry, string path, string? old)
    {
        var bytes = File.ReadAllBytes(Path.Combine(blog.Output, entry.Path));
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != entry.Sha256)
        {
            throw new OutputException($"output/{entry.Path} is not what the build wrote and checked. Build again, and deploy then. The old site stands.");
        }

        var time = File.GetLastWriteTimeUtc(Path.Combine(blog.Output, entry.Path));
        Put(path, bytes);
        if (!Compressible.Contains(Path.GetExtension(entry.Path), StringComparer.Ordinal) || bytes.Length < 256)
        {
            return false;
        }

        var any = false;
        foreach (var (extension, pack) in new (string, Func<byte[], byte[]>)[] { (".gz", Gzip), (".br", Brotli) })
        {
            var packed = old is not null && File.Exists(old + extension) ? File.ReadAllBytes(old + extension) : pack(bytes);
            if (packed.Length < bytes.Length)
            {
                Put(path + extension, packed);
                any = true;
            }
        }

        return any;

        void Put(string name, byte[] content)
        {
            File.WriteAllBytes(name, content);
            File.SetLastWriteTimeUtc(name, time);
        }
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Quality 9: within some three in a hundred of the smallest, ten times as fast.</summary>
    private static byte[] Brotli(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, quality: 9, window: 22) ? packed[..length] : bytes;
    }

    private static void PutInPlace(string fresh, string site)
    {
        if (!Directory.Exists(site))
        {
            Directory.Move(fresh, site);
        }
        else if (NativeFolder.TryExchange(fresh, site))
        {
            Directory.Delete(fresh, recursive: true);
        }
        else
        {
            Directory.Move(site, site + ".old");
            Directory.Move(fresh, site);
            Directory.Delete(site + ".old", recursive: true);
        }
    }

    private static void WriteConfig(SiteIndex index, string target, bool brotli)
    {
        var folder = Path.Combine(target, "nginx");
        Directory.CreateDirectory(folder);
        Put("http.conf", NginxConfig.Http(index.Settings));
        Put("moved.conf", RedirectRules.ToNginxMap(index));
        Put("server.conf", NginxConfig.Server(index.Settings, Path.Combine(target, SiteName), brotli));
        Put("example.conf", NginxConfig.Example(index.Settings, folder));

        void Put(string name, string text) => File.WriteAllBytes(Path.Combine(folder, name), Encoding.UTF8.GetBytes(text));
    }
}
