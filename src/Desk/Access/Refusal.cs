namespace Blog.Desk.Access;

/// <summary>Why a request is not answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Message">What is wrong and what to do, in plain words; holds nothing of the request.</param>
internal sealed record Refusal(int Status, string Message);
