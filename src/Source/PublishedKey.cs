namespace Blog.Source;

/// <summary>A public key to which submissions are encrypted.</summary>
/// <param name="IsRecovery">Whether it is the one that is kept away from every machine, for when all others are lost.</param>
/// <param name="Created">First day.</param>
/// <param name="NotAfter">Last day on which anything is encrypted to it.</param>
/// <param name="X">First coordinate on P-256, base64url of 32 bytes.</param>
/// <param name="Y">Second coordinate.</param>
/// <param name="Id">Its thumbprint (RFC 7638).</param>
public sealed record PublishedKey(bool IsRecovery, DateOnly Created, DateOnly NotAfter, string X, string Y, string Id)
{
    /// <summary>From so many days before its last day on, every build says so.</summary>
    public const int WarningDays = 30;
}
