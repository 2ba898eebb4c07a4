namespace Blog.Desk.Review;

/// <summary>Which findings a screen shows.</summary>
public enum FindingFilter
{
    /// <summary>What holds a text back, and what is masked without a decision.</summary>
    Deciding,

    /// <summary>Facts too: places, offices, roles, ages, which identify only together.</summary>
    Facts,

    /// <summary>Near misses too.</summary>
    All,
}
