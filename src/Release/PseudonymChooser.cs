using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Redact;

namespace Blog.Release;

/// <summary>Chooses a pseudonym: two words of our own lists, by HMAC of scope and identity under a key of the vault.</summary>
/// <remarks>
/// Without the key nobody can go from a name to its pseudonym, nor join the pseudonyms of one person in two threads. The first of two
/// identities that draw the same words keeps them; the caller stores what was given, so that a later draw renames nobody.
/// </remarks>
internal sealed class PseudonymChooser
{
    /// <summary>Draws of two words before a third is taken to help: on a site with more people than pairs of words.</summary>
    private const int PairDraws = 24;

    private static readonly IReadOnlyList<string> Adjectives = WordTable.Read("Release.pseudonym-adjectives");
    private static readonly IReadOnlyList<string> Nouns = WordTable.Read("Release.pseudonym-nouns");

    private readonly byte[] _key;

    /// <summary>Takes the vault's key for pseudonyms.</summary>
    public PseudonymChooser(byte[] key) => _key = key;

    /// <summary>The pseudonym of an identity: its first draw that nobody else has.</summary>
    /// <param name="scope">A thread, or the whole site.</param>
    /// <param name="identity">What makes comments one person's.</param>
    /// <param name="isTaken">Whether somebody has this name, or it is a real name of the thread.</param>
    public string Choose(string scope, string identity, Predicate<string> isTaken)
    {
        for (var draw = 0; ; draw++)
        {
            var name = Draw(scope, identity, draw);
            if (!isTaken(name))
            {
                return name;
            }
        }
    }

    private string Draw(string scope, string identity, int draw)
    {
        // Lengths before the fields: no two pairs of scope and identity run into the same bytes.
        var input = string.Create(CultureInfo.InvariantCulture, $"{scope.Length}:{scope}{identity.Length}:{identity}{draw}");
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(input));
        var first = Word(Adjectives, hash, 0);
        var last = Word(Nouns, hash, 4);
        return draw < PairDraws ? $"{first} {last}" : $"{first} {Word(Adjectives, hash, 8)} {last}";
    }

    private static string Word(IReadOnlyList<string> words, byte[] hash, int at)
    {
        var word = words[(int)(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(at)) % (uint)words.Count)];
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
