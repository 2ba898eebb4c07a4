using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Blog.Import.Fetching;

/// <summary>Connects to public hosts and to no other.</summary>
/// <remarks>
/// The name is looked up once and the connection made to the very address that was judged: a server of names that answers differently the second time
/// (DNS rebinding) gains nothing. One address of several that is not public refuses the name.
/// </remarks>
public static class PublicConnection
{
    // Names that are never in the public tree (RFC 6761, 6762, 7686, 8375, 9476; ICANN's resolution on .internal): they are not even looked up.
    private static readonly string[] PrivateEndings =
    [
        "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa", "test", "example", "invalid", "onion", "alt",
    ];

    /// <summary>A connection to a port of a host.</summary>
    /// <param name="host">Its name, or an address in letters of either kind (IPv6 with or without brackets).</param>
    /// <param name="port">The port.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="NotPublicException">It is no public host.</exception>
    /// <exception cref="SocketException">It does not answer, or no server of names knows it.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket; where there is no stream it is disposed here.")]
    public static async ValueTask<Stream> ConnectAsync(string host, int port, CancellationToken token)
    {
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal]
            : IsPublicName(host) ? await Dns.GetHostAddressesAsync(host, token)
            : throw new NotPublicException();
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, PublicAddress.IsPublic))
        {
            throw new NotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsPublicName(string host)
    {
        var name = host.TrimEnd('.');
        return name.Contains('.', StringComparison.Ordinal)
            && !Array.Exists(PrivateEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name[^(ending.Length + 1)] == '.');
    }
}
