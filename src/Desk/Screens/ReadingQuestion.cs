namespace Blog.Desk.Screens;

/// <summary>A question for reading a text as the writer's manager would.</summary>
/// <param name="Question">The question.</param>
/// <param name="Seen">What a machine saw in this text that bears on it; null where it saw nothing or cannot see such a thing.</param>
public sealed record ReadingQuestion(string Question, string? Seen);
