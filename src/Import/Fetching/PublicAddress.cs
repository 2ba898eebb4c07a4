using System.Net;
using System.Net.Sockets;

namespace Blog.Import.Fetching;

/// <summary>Tells addresses of the public internet from those of this machine, its network, and every other block that is kept for a purpose.</summary>
/// <remarks>
/// An export can name <c>http://169.254.169.254/</c> or the router's page as a picture: whoever fetches it would be asked on the writer's behalf from inside
/// their network (server-side request forgery). The blocks are those of IANA's special-purpose registries (RFC 6890 and its updates) that are not
/// globally reachable. Forms of IPv6 that carry an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo) are refused or judged by it.
/// </remarks>
public static class PublicAddress
{
    private static readonly IPNetwork[] Kept =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.31.196.0/24"), IPNetwork.Parse("192.52.193.0/24"), IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("192.175.48.0/24"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    // Of IPv6 only 2000::/3 is given out at all; within it these are not for the public.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] KeptSix =
    [
        IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("2620:4f:8000::/48"), IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>Whether an address belongs to the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(Kept, block => block.Contains(plain)),
            AddressFamily.InterNetworkV6 => plain.ScopeId == 0 && GlobalUnicast.Contains(plain) && !Array.Exists(KeptSix, block => block.Contains(plain)),
            _ => false,
        };
    }
}
