using Blog.Model;

namespace Blog.Release;

/// <summary>What readers will see beside a comment.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its writer's pseudonym or kept name; null for nobody.</param>
/// <param name="Date">When it was written, as coarse as the policy says.</param>
/// <param name="Depth">0 at the top level.</param>
/// <param name="Answers">Number of the comment it answers; null at the top level.</param>
/// <param name="State">What readers see of it.</param>
public sealed record PreviewedPlace(CommentNumber Number, string? Name, PublicDate? Date, int Depth, CommentNumber? Answers, CommentState State);
