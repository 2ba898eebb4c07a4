namespace Blog.Release;

/// <summary>A link in a released text that led to a page of the old blog which is not here; its words stay, its address goes.</summary>
/// <param name="Post">Address of the post on the site in whose text or thread it stands.</param>
/// <param name="Address">The address, as it stands in the reviewed text.</param>
public sealed record LostLink(string Post, string Address);
