namespace Blog.Desk.Screens;

/// <summary>A picture of a message.</summary>
/// <param name="Number">Its number in the message, from 1.</param>
/// <param name="Words">Its kind, size and bytes; or why it is not shown.</param>
/// <param name="IsShown">Whether it can be shown.</param>
public sealed record MessagePicture(int Number, string Words, bool IsShown);
