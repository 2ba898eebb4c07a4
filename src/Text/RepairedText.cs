namespace Blog.Text;

/// <summary>A text after repair.</summary>
/// <param name="Text">The repaired text.</param>
/// <param name="Repairs">What was repaired, by position; empty where nothing was.</param>
public sealed record RepairedText(string Text, IReadOnlyList<TextRepair> Repairs);
