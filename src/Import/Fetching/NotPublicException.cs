namespace Blog.Import.Fetching;

/// <summary>A name leads to no public host; nothing was sent to it.</summary>
public sealed class NotPublicException : IOException
{
    /// <summary>Makes it; the message names no host, since an export's words stand in it.</summary>
    public NotPublicException()
        : base("The name leads to no public host. Nothing was sent.")
    {
    }
}
