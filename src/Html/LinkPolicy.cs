using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Blog.Html;

/// <summary>Decides which addresses may stand in a page, and in which form.</summary>
/// <remarks>
/// The decision is made on AngleSharp's <see cref="Url"/>, which reads an address as a browser does; <c>System.Uri</c> does not (to it
/// <c>java\tscript:</c> is relative and <c>\\evil\x</c> a file). What is emitted is never the input but the parsed address written again,
/// and that once more checked character by character, because AngleSharp lets some things pass that browsers refuse or read otherwise
/// (ports over 65535, raw characters in fragments).
/// </remarks>
public static class LinkPolicy
{
    /// <summary>Longest address that is looked at, in UTF-16 units; real ones are far shorter.</summary>
    public const int MaxLength = 4096;

    // Never resolved: RFC 2606 keeps ".invalid" for this.
    private static readonly Url SiteBase = new("https://site.invalid/");

    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._");
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/?#[]%");

    private static readonly SearchValues<char> FragmentCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private static readonly SearchValues<char> MailboxCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._+'");

    private static readonly SearchValues<char> DomainCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    /// <summary>An absolute http, https or plain mailto address for a link; false for everything else.</summary>
    /// <param name="address">The address as written, untrusted.</param>
    /// <param name="baseAddress">Absolute http(s) address to which a relative one is resolved; null refuses relative ones.</param>
    /// <param name="href">The address to emit: ASCII only, still to be escaped as an attribute.</param>
    public static bool TryLink(string address, string? baseAddress, out string href)
    {
        href = string.Empty;
        var trimmed = address.AsSpan().Trim(' ');
        return trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            ? TryMail(trimmed["mailto:".Length..], out href)
            : TryWeb(trimmed, baseAddress, out href);
    }

    /// <summary>An absolute http or https address for an image or other source; false for everything else.</summary>
    /// <inheritdoc cref="TryLink"/>
    public static bool TryImage(string address, string? baseAddress, out string href) =>
        TryWeb(address.AsSpan().Trim(' '), baseAddress, out href);

    /// <summary>
    /// An address within the site: a fragment (<c>#c123</c>) or a path from the root (<c>/2015/12/x.html#c1</c>, <c>/media/x.png</c>).
    /// Another host (<c>//host</c>, any backslash), a scheme or a path relative to the page is refused.
    /// </summary>
    /// <param name="address">The address as written, untrusted.</param>
    /// <param name="href">The address to emit, dot segments resolved, beginning with <c>#</c> or with one <c>/</c>.</param>
    public static bool TrySitePath(string address, out string href)
    {
        href = string.Empty;
        if (!IsClean(address) || address.Length == 0)
        {
            return false;
        }

        if (address[0] == '#')
        {
            var isFragment = address.Length is > 1 and <= 81 && !address.AsSpan(1).ContainsAnyExcept(FragmentCharacters);
            href = isFragment ? address : string.Empty;
            return isFragment;
        }

        if (address[0] != '/' || address.StartsWith("//", StringComparison.Ordinal))
        {
            return false;
        }

        var url = new Url(SiteBase, address);
        if (url.IsInvalid || url.Origin != SiteBase.Origin || !url.Href.StartsWith(SiteBase.Href, StringComparison.Ordinal))
        {
            return false;
        }

        var path = Encoded(url.Href[(SiteBase.Href.Length - 1)..]);
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            return false; // "/./" + "/host": a dot segment must not uncover a host
        }

        href = path;
        return true;
    }

    private static bool TryWeb(ReadOnlySpan<char> address, string? baseAddress, out string href)
    {
        href = string.Empty;
        if (address.IsEmpty || !IsClean(address))
        {
            return false;
        }

        var isAbsolute = IsAbsolute(address);
        if (!isAbsolute && (baseAddress is null || HasScheme(address)))
        {
            return false;
        }

        var url = isAbsolute ? new Url(address.ToString()) : new Url(new Url(baseAddress!), address.ToString()); // not null: just checked
        if (url.IsInvalid || url.IsRelative || url.Scheme is not ("http" or "https") || HasUser(url) || !HasHost(url))
        {
            return false;
        }

        var emitted = Encoded(url.Href);
        if (!HasAuthority(emitted, url))
        {
            return false;
        }

        href = emitted;
        return true;
    }

    /// <summary>"https:a", "https:/a" and "https:///a" are absolute to some readers and relative to others: only the plain form is taken.</summary>
    private static bool IsAbsolute(ReadOnlySpan<char> address)
    {
        var after = address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length
            : address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https://".Length
            : address.Length;
        return after < address.Length && address[after] != '/';
    }

    private static bool HasUser(Url url) => !string.IsNullOrEmpty(url.UserName) || !string.IsNullOrEmpty(url.Password);

    private static bool HasHost(Url url)
    {
        var host = url.HostName;
        if (string.IsNullOrEmpty(host))
        {
            return false;
        }

        var isName = !host.AsSpan().ContainsAnyExcept(HostCharacters);
        var isSix = host[0] == '[' && host[^1] == ']' && System.Net.IPAddress.TryParse(host, out _);
        return (isName || isSix) && (url.Port.Length == 0 || ushort.TryParse(url.Port, NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }

    /// <summary>The authority of what is emitted is letter by letter the host that was checked: no user, nothing a second reader could see otherwise.</summary>
    private static bool HasAuthority(string emitted, Url url)
    {
        var start = url.Scheme.Length + "://".Length;
        return emitted.StartsWith(url.Scheme + "://" + url.Host + "/", StringComparison.Ordinal)
            && emitted.AsSpan(start, url.Host.Length).IndexOfAny('@', '\\') < 0;
    }

    /// <summary>A scheme as a browser reads it: letters, digits and <c>+-.</c> up to a colon before any slash, question mark or number sign.</summary>
    private static bool HasScheme(ReadOnlySpan<char> address)
    {
        var end = address.IndexOfAny(":/?#");
        return end >= 0 && address[end] == ':';
    }

    private static bool TryMail(ReadOnlySpan<char> mailbox, out string href)
    {
        var at = mailbox.IndexOf('@');
        var isPlain = at is > 0 and <= 64
            && mailbox.Length <= 254
            && !mailbox[..at].ContainsAnyExcept(MailboxCharacters)
            && mailbox[(at + 1)..] is { Length: > 2 } domain
            && !domain.ContainsAnyExcept(DomainCharacters)
            && domain.Contains('.')
            && domain[0] is not ('.' or '-')
            && domain[^1] is not ('.' or '-');
        href = isPlain ? string.Concat("mailto:", mailbox) : string.Empty;
        return isPlain;
    }

    /// <summary>No control character, line end, tab, backslash, bidirectional control or lone surrogate, and not too long: a plain address has none, a trick has.</summary>
    private static bool IsClean(ReadOnlySpan<char> address)
    {
        if (address.Length > MaxLength)
        {
            return false;
        }

        for (var i = 0; i < address.Length; i++)
        {
            var c = address[i];
            if (c is < ' ' or '\\' or '\u200B' or (>= '\u200E' and <= '\u200F') or '\u2028' or '\u2029' || HtmlEscaper.IsDropped(c))
            {
                return false;
            }

            if (char.IsSurrogate(c) && !(i + 1 < address.Length && char.IsSurrogatePair(c, address[++i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Percent-encodes (as UTF-8) what RFC 3986 does not allow to stand for itself.</summary>
    private static string Encoded(string address)
    {
        if (!address.AsSpan().ContainsAnyExcept(AddressCharacters))
        {
            return address;
        }

        var result = new StringBuilder(address.Length + 32);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in address.EnumerateRunes())
        {
            if (rune.IsAscii && AddressCharacters.Contains((char)rune.Value))
            {
                result.Append((char)rune.Value);
                continue;
            }

            var count = rune.EncodeToUtf8(utf8);
            foreach (var b in utf8[..count])
            {
                result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return result.ToString();
    }
}
