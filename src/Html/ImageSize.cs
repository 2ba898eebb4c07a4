namespace Blog.Html;

/// <summary>Size of a picture in CSS pixels, so that a page does not jump when it loads.</summary>
public readonly record struct ImageSize(int Width, int Height);
