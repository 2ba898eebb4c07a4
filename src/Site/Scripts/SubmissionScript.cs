using System.Security.Cryptography;

namespace Blog.Site.Scripts;

/// <summary>What the script that encrypts submissions is known by.</summary>
public static class SubmissionScript
{
    /// <summary>SHA-256 of its bytes as this program writes them, in hexadecimal digits.</summary>
    public static string Sha256 => Convert.ToHexStringLower(SHA256.HashData(ScriptBundle.Submit()));
}
