namespace Blog.Import.Fetching;

/// <summary>What a run knows of one host: what it asks, when it was asked last, how often it failed.</summary>
internal sealed class FetchedHost
{
    /// <summary>What its <c>robots.txt</c> says; null before it was asked.</summary>
    public RobotsRules? Robots { get; set; }

    /// <summary>When the last request went out, of the clock's timestamps; null before the first.</summary>
    public long? LastAsked { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>What becomes of each of its files for the rest of the run without asking; null where it is asked.</summary>
    public FetchOutcome? Closed { get; set; }
}
