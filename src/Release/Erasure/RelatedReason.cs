namespace Blog.Release.Erasure;

/// <summary>Why a text may belong to what somebody asks to have erased.</summary>
public enum RelatedReason
{
    /// <summary>It cites one of the texts by its time as its own writer's ("my point at 11:23"): likely the same person's.</summary>
    SaysItsOwn,

    /// <summary>One of the texts cites it so: likely the same person's.</summary>
    CalledTheirOwn,

    /// <summary>It cites one of the texts by the time that stood beside it.</summary>
    CitesTime,

    /// <summary>It cites one of the texts by its number.</summary>
    CitesNumber,

    /// <summary>It holds a passage of one of the texts that nobody had written there before.</summary>
    Quotes,
}
