namespace Blog.Desk.Review;

/// <summary>Something that a moderator said about the place of a comment, and can take back.</summary>
/// <param name="Said">In one sentence.</param>
/// <param name="Decision">The decision, by its digits.</param>
public sealed record PlaceRepair(string Said, string Decision);
