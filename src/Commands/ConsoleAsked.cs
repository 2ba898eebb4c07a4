namespace Blog.Commands;

/// <summary>What <c>moderate</c> was asked for.</summary>
/// <param name="Port">Port on 127.0.0.1; 0 for a free one.</param>
/// <param name="Also">For whom there are links besides: "read-only", or pen names.</param>
/// <param name="Browser">Whether the browser is opened at it.</param>
internal sealed record ConsoleAsked(int Port, IReadOnlyList<string> Also, bool Browser);
