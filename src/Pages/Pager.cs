namespace Blog.Pages;

/// <summary>Where a page of a list stands among its pages.</summary>
/// <param name="Page">This page, from 1.</param>
/// <param name="Pages">Number of pages, at least 1.</param>
/// <param name="PreviousHref">The page before; null on the first.</param>
/// <param name="NextHref">The page after; null on the last.</param>
public sealed record Pager(int Page, int Pages, string? PreviousHref, string? NextHref);
