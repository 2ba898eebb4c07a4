namespace Blog.Content;

/// <summary>Why a build leaves a post or page out.</summary>
public enum LeftOutReason
{
    /// <summary>The editor's own unfinished post.</summary>
    Draft,

    /// <summary>Its date lies after the day the build is made for.</summary>
    Scheduled,

    /// <summary>The last day on which it may stand has passed.</summary>
    Expired,

    /// <summary>The last day its writer agreed to has passed.</summary>
    ConsentEnded,

    /// <summary>A guest post without its writer's consent.</summary>
    NoConsent,
}
