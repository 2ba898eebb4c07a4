namespace Blog.Import.Fetching;

/// <summary>Why hosts are asked: how the program names itself to them, and what of an answer it wants.</summary>
/// <param name="UserAgent">Name and reason, as the hosts see them.</param>
/// <param name="Accept">Kinds of file that are asked for.</param>
/// <param name="IsWanted">Says by the first bytes of a file whether the rest is wanted.</param>
public sealed record FetchPurpose(string UserAgent, string Accept, Func<ReadOnlyMemory<byte>, bool> IsWanted)
{
    /// <summary>Whether a page is there: nothing of it is read but its first bytes.</summary>
    public static readonly FetchPurpose Links = new("Subrosa/1.0 (checks the links of a blog for pages that are gone)", "*/*", _ => false);

    /// <summary>Whether the Internet Archive has a copy of a page: its short answer in JSON.</summary>
    public static readonly FetchPurpose Copies = new("Subrosa/1.0 (looks for copies of pages that are gone)", "application/json", _ => true);

    /// <summary>Pictures.</summary>
    /// <param name="isPicture">Says by the first bytes whether a file is one.</param>
    public static FetchPurpose Pictures(Func<ReadOnlyMemory<byte>, bool> isPicture) => new("Subrosa/1.0 (moves the pictures of a blog with its archive)", "image/*", isPicture);
}
