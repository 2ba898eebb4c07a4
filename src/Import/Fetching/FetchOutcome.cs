namespace Blog.Import.Fetching;

/// <summary>What came of asking for a file.</summary>
public enum FetchOutcome
{
    /// <summary>It is here.</summary>
    Fetched,

    /// <summary>Its host says that it has no such file, or gives it to nobody.</summary>
    Gone,

    /// <summary>Its host's <c>robots.txt</c> asks programs not to fetch it, or could not be had while the host is in trouble.</summary>
    Disallowed,

    /// <summary>It is there, and its first bytes are not what is wanted: no picture, or a page of which nothing but its being there was asked.</summary>
    NotWanted,

    /// <summary>It is larger than a picture may be.</summary>
    TooLarge,

    /// <summary>It is on no public host, or on a port that is not the web's.</summary>
    NotPublic,

    /// <summary>The host did not answer, broke off, took too long, or redirected without end.</summary>
    Failed,

    /// <summary>No server of names knows the host.</summary>
    NoSuchHost,

    /// <summary>The host failed several times in a row or asked to be left alone: it is not asked again in this run.</summary>
    HostLeftAlone,

    /// <summary>So much was fetched in this run that no more is.</summary>
    RunFull,
}
