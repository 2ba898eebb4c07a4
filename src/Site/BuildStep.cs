namespace Blog.Site;

/// <summary>How far a stage of a build is.</summary>
/// <param name="Stage">What is being done, in plain words.</param>
/// <param name="Done">How many of its items are done.</param>
/// <param name="Total">How many there are; 0 while that is not known.</param>
public sealed record BuildStep(string Stage, int Done, int Total);
