namespace Blog.Import.Fetching;

/// <summary>How much is fetched, how long is waited and how often one host is asked; a hostile server must take neither memory nor the day.</summary>
public sealed record FetchLimits
{
    /// <summary>The limits of the program (docs/limits.md).</summary>
    public static readonly FetchLimits Default = new();

    /// <summary>Most bytes of one file: 32 MiB, as of every picture.</summary>
    public int MaximumFileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Most bytes of one run, with those of files that turn out to be no pictures: 4 GiB.</summary>
    public long MaximumTotalBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Most redirects that are followed for one file; RFC 9309 asks for five with <c>robots.txt</c>.</summary>
    public int MaximumRedirects { get; init; } = 5;

    /// <summary>Most bytes of a <c>robots.txt</c> that are read: 500 KiB (RFC 9309, 2.5); what stands behind is not looked at.</summary>
    public int MaximumRobotsBytes { get; init; } = 500 * 1024;

    /// <summary>Failures in a row after which a host is left alone for the rest of the run.</summary>
    public int MaximumFailures { get; init; } = 4;

    /// <summary>Seconds between two requests to one host, at least.</summary>
    public int HostDelaySeconds { get; init; } = 1;

    /// <summary>Most seconds between two requests that a host may ask for, by <c>Crawl-delay</c>; one that asks for more is left alone.</summary>
    public int MaximumDelaySeconds { get; init; } = 30;

    /// <summary>Most milliseconds until a connection stands.</summary>
    public int MaximumConnectMilliseconds { get; init; } = 10_000;

    /// <summary>Most milliseconds from a request to the last byte of its answer.</summary>
    public int MaximumAnswerMilliseconds { get; init; } = 60_000;
}
