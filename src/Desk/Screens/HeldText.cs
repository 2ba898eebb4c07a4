namespace Blog.Desk.Screens;

/// <summary>A text that waits.</summary>
/// <param name="Excerpt">The first of what holds it, in its words.</param>
/// <param name="Kinds">"2 person, 1 health".</param>
public sealed record HeldText(Excerpt Excerpt, string Kinds);
