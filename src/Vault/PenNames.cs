using System.Security.Cryptography;
using Blog.Text;

namespace Blog.Vault;

/// <summary>Names by which the audit knows who did something: never an account's, a machine's or a person's own.</summary>
public static class PenNames
{
    /// <summary>Longest pen name, in UTF-16 units.</summary>
    public const int MaxLength = 40;

    /// <summary>Whether a name may stand in the audit: one line of at most <see cref="MaxLength"/> characters with a letter or digit in it, and no e-mail address.</summary>
    public static bool IsUsable(string name) =>
        name.Length is > 0 and <= MaxLength && name.Trim() == name && name.Any(char.IsLetterOrDigit) && !name.Any(c => char.IsControl(c) || c is '@' or '\u2028' or '\u2029');

    /// <summary>Two random words of our own list, such as <c>Patient Lathe</c>: no word of the pseudonyms that readers see.</summary>
    internal static string Make(RandomNumberGenerator random)
    {
        var words = EmbeddedText.Rows("Vault.PenNames").ToLookup(cells => cells[0], cells => cells[1]);
        return $"{Pick([.. words["first"]], random)} {Pick([.. words["second"]], random)}";
    }

    /// <summary>Both lists have a power of two words, so that each is as likely as any other.</summary>
    private static string Pick(string[] words, RandomNumberGenerator random)
    {
        var one = new byte[1];
        random.GetBytes(one);
        return words[one[0] % words.Length];
    }
}
