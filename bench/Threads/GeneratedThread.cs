using NodaTime;

namespace Blog.Bench.Threads;

/// <summary>An invented post with its thread, in the style of plain-text captures, and the truth about it.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="Text">The capture: LF line ends, or CRLF for every tenth seed.</param>
/// <param name="PostDate">The day in its heading.</param>
/// <param name="Zone">The blog's zone, Europe/London.</param>
/// <param name="Comments">Its comments in thread order: each top-level comment, then its replies.</param>
public sealed record GeneratedThread(int Seed, string Text, LocalDate PostDate, DateTimeZone Zone, IReadOnlyList<GeneratedComment> Comments);
