namespace Blog.Model;

/// <summary>How much stands on a page.</summary>
/// <param name="Home">Posts on a home page, 1 to 200.</param>
/// <param name="List">Posts on a label, year, month or discussions page, 1 to 500.</param>
/// <param name="Feed">Posts in the feed, 1 to 500.</param>
/// <param name="Comments">Comments in the feed of a discussion, 1 to 500.</param>
public sealed record PageSizes(int Home = 10, int List = 50, int Feed = 25, int Comments = 50);
