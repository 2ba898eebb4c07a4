namespace Blog.Desk.Screens;

/// <summary>What one screen of the console shows.</summary>
public abstract record ScreenModel
{
    /// <summary>What stands on every screen.</summary>
    public required ScreenFrame Frame { get; init; }

    /// <summary>Name of the screen.</summary>
    public abstract string Title { get; }

    /// <summary>The entry of the navigation it belongs to: its address.</summary>
    public abstract string Section { get; }
}
