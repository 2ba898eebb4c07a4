using Blog.Desk.Review;
using Blog.Text;
using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>A comment and an earlier one that says the same.</summary>
/// <param name="Again">The later one.</param>
/// <param name="First">The earlier one.</param>
/// <param name="Where">Where they stand.</param>
/// <param name="Number">Number of the earlier one.</param>
/// <param name="Parts">What the later one says, with what differs from the earlier one.</param>
public sealed record TwicePair(VaultHandle Again, VaultHandle First, string Where, string Number, IReadOnlyList<DiffPart> Parts);
