namespace Blog.Release;

/// <summary>What a release does with posts that were never released, where something around them still waits for a person. What was released before goes on being released.</summary>
public enum UnfinishedPolicy
{
    /// <summary>Releases them; what waits shows "being reviewed".</summary>
    Release,

    /// <summary>Keeps a thread back as long as one of its texts waits.</summary>
    HoldThreads,

    /// <summary>Keeps all threads of a year back as long as one text of that year waits.</summary>
    HoldYears,
}
