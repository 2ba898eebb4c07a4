namespace Blog.Requests;

/// <summary>The law behind a kind of request, so that a person can read it there.</summary>
/// <param name="Title">Title of the source.</param>
/// <param name="Where">Where it stands there.</param>
/// <param name="Words">What it says, in short.</param>
/// <param name="Checked">The day it was read in a copy of its text or of official guidance; null where it was not, so that nobody takes it for granted.</param>
public sealed record RequestLaw(string Title, string Where, string Words, DateOnly? Checked);
