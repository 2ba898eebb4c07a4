using Blog.Source;

namespace Blog.Gate.Removal;

/// <summary>What is to be taken out of the published site.</summary>
/// <param name="Folder">The blog.</param>
/// <param name="Address">The site's address.</param>
/// <param name="Units">Public ids of posts and comments, old and fresh ones.</param>
/// <param name="Passages">Further passages that must go wherever they stand, such as those of a text as it was written; null for none.</param>
/// <param name="AsOf">The day the site was built for, where no manifest says it.</param>
/// <param name="Parallelism">Files worked on at once.</param>
/// <param name="Durable">Whether to flush the disk before the swap.</param>
public sealed record RemovalRequest(BlogFolder Folder, string Address, IReadOnlySet<string> Units, PassageFinder? Passages, DateOnly AsOf, int Parallelism, bool Durable);
