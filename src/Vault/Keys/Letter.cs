using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Blog.Jose;

namespace Blog.Vault.Keys;

/// <summary>A message from one person to another: signed by the one, then padded and encrypted to the other.</summary>
public static class Letter
{
    /// <summary>Most bytes of a content: signing writes it in base64url, and the whole has to fit into the largest padding.</summary>
    public const int MaxContent = 6_000_000;

    /// <summary>Writes one.</summary>
    /// <param name="content">What it says; at most <see cref="MaxContent"/> bytes.</param>
    /// <param name="purpose">What it is for: it counts for nothing else.</param>
    /// <param name="from">Who signs.</param>
    /// <param name="to">Who can read it.</param>
    /// <param name="random">Where the content's key comes from.</param>
    public static byte[] Write(ReadOnlySpan<byte> content, string purpose, OwnKey from, KeyCard to, RandomNumberGenerator random)
    {
        return content.Length > MaxContent
            ? throw new ArgumentException("A content of this length does not fit into a message.", nameof(content))
            : EncryptedMessage.Seal(PaddedContent.Pad(Encoding.ASCII.GetBytes(SignedMessage.Sign(content, purpose, from.Signature))), [to.Encryption], random);
    }

    /// <summary>Opens one.</summary>
    /// <param name="message">Anything at all.</param>
    /// <param name="purpose">What it has to be for.</param>
    /// <param name="own">One's own keys.</param>
    /// <param name="others">Keys whose signature counts.</param>
    /// <param name="opened">What it says, whose signature it bears, and with which of one's own keys it was opened.</param>
    /// <returns>Whether it could be opened, and whether the signature is one that counts.</returns>
    public static LetterState TryOpen(ReadOnlyMemory<byte> message, string purpose, IReadOnlyList<OwnKey> own, IEnumerable<PersonKey> others, out OpenedLetter? opened)
    {
        opened = null;
        if (!EncryptedMessage.TryOpen(message, [.. own.Select(key => key.Encryption)], out var inside) || !PaddedContent.TryUnpad(inside.Bytes, out var padded) || !TryText(padded.Span, out var signed))
        {
            return LetterState.NotForUs;
        }

        foreach (var other in others)
        {
            if (SignedMessage.TryVerify(signed, purpose, other.Card.Signature, out var content))
            {
                opened = new OpenedLetter(content, other, own.First(key => key.Encryption.Public == inside.Recipient));
                return LetterState.Good;
            }
        }

        return LetterState.UnknownSigner;
    }

    private static bool TryText(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = Ascii.IsValid(bytes) ? Encoding.ASCII.GetString(bytes) : null;
        return text is not null;
    }
}
