namespace Blog.Moderate.Pictures;

/// <summary>What becomes of a picture at the next release.</summary>
public enum PictureState
{
    /// <summary>Nobody has looked at it: its place says that it is not shown.</summary>
    Waiting,

    /// <summary>It is published, scrubbed.</summary>
    Published,

    /// <summary>It is left out: its place says that it is not shown.</summary>
    LeftOut,

    /// <summary>Another one (covered, cut, or chosen) is published in its place.</summary>
    Replaced,
}
