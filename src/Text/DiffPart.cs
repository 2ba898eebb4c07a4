namespace Blog.Text;

/// <summary>A stretch of two texts laid side by side.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Change">0 where both have it, -1 where only the first has, 1 where only the second has.</param>
public readonly record struct DiffPart(string Text, int Change);
