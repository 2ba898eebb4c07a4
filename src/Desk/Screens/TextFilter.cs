namespace Blog.Desk.Screens;

/// <summary>Which texts of a thread are listed.</summary>
public enum TextFilter
{
    /// <summary>Those that hold something to decide.</summary>
    Waiting,

    /// <summary>All of them.</summary>
    All,
}
