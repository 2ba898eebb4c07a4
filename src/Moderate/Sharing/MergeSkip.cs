namespace Blog.Moderate.Sharing;

/// <summary>Why a decision that came back was not taken in.</summary>
public enum MergeSkip
{
    /// <summary>It was taken in before.</summary>
    TakenInBefore,

    /// <summary>The same is in force already.</summary>
    SameInForce,

    /// <summary>What it undoes holds no more.</summary>
    UndoneAlready,

    /// <summary>Somebody decided otherwise here since the packet was made: a person has to look.</summary>
    DecidedOtherwise,

    /// <summary>The text is another than the one that was judged: a person has to look.</summary>
    TextChanged,

    /// <summary>It reaches beyond the packet's texts, such as everything by a writer: a person has to look.</summary>
    TooWide,

    /// <summary>The text was erased since.</summary>
    Erased,

    /// <summary>It cannot be made in this store: no such text, no such place, words that may not stand in public.</summary>
    Unusable,
}
