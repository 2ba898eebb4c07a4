using Blog.Model;
using NodaTime;

namespace Blog.Bench.Threads;

/// <summary>A clock time in a comment that means another comment.</summary>
/// <param name="Form">Which of the seven forms.</param>
/// <param name="Text">The clock time as it stands in the text: <c>11.23</c>, <c>9:05</c>; never the words around it.</param>
/// <param name="Offset">Where it begins in <see cref="GeneratedComment.Body"/>, in UTF-16 units.</param>
/// <param name="Time">The clock time it names.</param>
/// <param name="Meant">The comment the writer meant; null where it is none of this thread.</param>
/// <param name="Cited">Every comment of the thread, written before the citing one, whose clock time on the old page was that one, on
/// whatever day: empty means that it cites nothing here, one is certain, several are ambiguous. <paramref name="Meant"/> is in it, unless null.</param>
public sealed record GeneratedCitation(CitationForm Form, string Text, int Offset, LocalTime Time, CommentNumber? Meant, IReadOnlyList<CommentNumber> Cited);
