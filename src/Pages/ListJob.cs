namespace Blog.Pages;

/// <summary>The pages of one list, made when they are asked for.</summary>
/// <param name="Address">Address of its first page.</param>
/// <param name="Pages">Makes its pages.</param>
public sealed record ListJob(string Address, Func<IEnumerable<PageModel>> Pages);
