namespace Blog.Model;

/// <summary>What the text of a time citation becomes where public times are coarser than a minute.</summary>
public enum CitedTimePolicy
{
    /// <summary>The number of the cited comment ("6.1"), and "[time]" where it leads nowhere.</summary>
    Number,

    /// <summary>The clock time stays as it was written.</summary>
    Keep,
}
