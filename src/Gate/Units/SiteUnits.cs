using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using Blog.Pages;
using Blog.Search.Index;

namespace Blog.Gate.Units;

/// <summary>Says to which units the bytes and the name of each file of a site belong; read only for files in which something was found.</summary>
/// <remarks>
/// <para>A byte of a page that no element claims belongs to every unit on the page, one of a feed to every entry of it, and a line of the sitemap or of the
/// redirects to every unit on the pages it names. A line that names no page, pictures, and files of kinds unknown here belong to all units there are.</para>
/// <para>The theme's own files, <c>robots.txt</c>, <c>_headers</c> and the glossary of the search come from no post: only what is forbidden everywhere is forbidden in them.</para>
/// </remarks>
internal sealed class SiteUnits(StagedSite site, SiteLinks links, GateSwitches switches)
{
    private static readonly IReadOnlySet<string> None = FrozenSet<string>.Empty;

    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _onPages = new(StringComparer.Ordinal); // of pages that lists of addresses name

    /// <summary>Which bytes of a page or feed belong to which unit; null for other files.</summary>
    public static UnitMap? MapOf(string file, ReadOnlyMemory<byte> bytes) => IsUnitFile(file) ? Read(file, bytes) : null;

    /// <summary>Whether a secret is forbidden at a byte of a file; <paramref name="unit"/> is whose byte it is, where one unit claims it.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="file">The file.</param>
    /// <param name="map">As <see cref="MapOf"/> of it.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="offset">Offset of the byte.</param>
    /// <param name="unit">Whose byte it is.</param>
    public bool IsForbidden(Secret secret, string file, UnitMap? map, ReadOnlySpan<byte> bytes, int offset, out string? unit)
    {
        unit = map?.At(offset);
        if (secret.Scope.IsEverywhere)
        {
            return true;
        }

        if (!switches.Scopes)
        {
            return false;
        }

        if (map is not null)
        {
            return unit is not null ? secret.Scope.Forbids(unit) : switches.Unclaimed && secret.Scope.ForbidsAny(map.Units);
        }

        return IsAddressList(file) ? IsForbiddenInLine(secret, file, bytes, offset) : !IsOurs(file);
    }

    /// <summary>Whether a secret is forbidden in the name of a file.</summary>
    public bool IsForbiddenInName(Secret secret, string file)
    {
        if (secret.Scope.IsEverywhere)
        {
            return true;
        }

        return switches.Scopes && !IsOurs(file) && (!IsUnitFile(file) || secret.Scope.ForbidsAny(OnPage(file)));
    }

    private bool IsForbiddenInLine(Secret secret, string file, ReadOnlySpan<byte> bytes, int offset)
    {
        var addresses = Addresses(file, bytes, offset);
        if (addresses.Count == 0)
        {
            return true;
        }

        foreach (var address in addresses)
        {
            // "/sub" and "https://host/sub" alike
            if (!links.TryResolve("index.html", address, out var target, out _) || target is null)
            {
                if (file == "_redirects" && target is null)
                {
                    continue; // the old address of a line leads nowhere but to the new one
                }

                return true;
            }

            if (IsUnitFile(target) && secret.Scope.ForbidsAny(OnPage(target)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The addresses of the line, or of the <c>&lt;url&gt;</c>, that an offset lies in.</summary>
    private static List<string> Addresses(string file, ReadOnlySpan<byte> bytes, int offset)
    {
        var start = bytes[..offset].LastIndexOf((byte)'\n') + 1;
        var length = bytes[start..].IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(length < 0 ? bytes[start..] : bytes.Slice(start, length));
        if (file is "_redirects" or OfflineFiles.List)
        {
            return [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part[0] == '/' || part.Contains("://", StringComparison.Ordinal))];
        }

        var addresses = new List<string>();
        for (var at = line.IndexOf("<loc>", StringComparison.Ordinal); at >= 0; at = line.IndexOf("<loc>", at + 1, StringComparison.Ordinal))
        {
            var end = line.IndexOf("</loc>", at, StringComparison.Ordinal);
            addresses.Add(System.Net.WebUtility.HtmlDecode(end < 0 ? line[(at + 5)..] : line[(at + 5)..end]));
        }

        return addresses;
    }

    private IReadOnlySet<string> OnPage(string file) => IsUnitFile(file) ? _onPages.GetOrAdd(file, page => Read(page, site.Read(page)).Units) : None;

    private static UnitMap Read(string file, ReadOnlyMemory<byte> bytes) => file.EndsWith(".atom", StringComparison.Ordinal) ? FeedUnits.Read(bytes) : PageUnits.Read(bytes);

    private static bool IsUnitFile(string file) => file.EndsWith(".html", StringComparison.Ordinal) || file.EndsWith(".atom", StringComparison.Ordinal);

    private static bool IsAddressList(string file) => file is "_redirects" or OfflineFiles.List || (file.StartsWith("sitemap", StringComparison.Ordinal) && file.EndsWith(".xml", StringComparison.Ordinal));

    private static bool IsOurs(string file) => file.StartsWith("theme/", StringComparison.Ordinal) || file is "robots.txt" or "_headers" or ".well-known/security.txt" or OfflineFiles.Worker or IndexFormat.Root;
}
