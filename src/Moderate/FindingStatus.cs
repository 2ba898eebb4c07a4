namespace Blog.Moderate;

/// <summary>What was decided on a finding.</summary>
public enum FindingStatus
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>A decision takes its words out.</summary>
    Redacted,

    /// <summary>A decision says that its words stay.</summary>
    Kept,

    /// <summary>It is the name of somebody who comments in the same thread, and the blog's policy puts a pseudonym there.</summary>
    Renamed,
}
