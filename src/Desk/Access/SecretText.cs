using System.Security.Cryptography;
using System.Text;

namespace Blog.Desk.Access;

/// <summary>Random secrets as text, and how they are compared.</summary>
internal static class SecretText
{
    /// <summary>256 random bits as 64 lower-case hexadecimal digits.</summary>
    public static string New(RandomNumberGenerator random)
    {
        var bytes = new byte[32];
        random.GetBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>By which a secret is looked up without its own bytes being compared one by one.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether two secrets are the same, in a time that does not tell how much of them is.</summary>
    public static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
