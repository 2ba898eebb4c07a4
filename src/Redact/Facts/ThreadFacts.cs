using Blog.Text;
using Blog.Vault;

namespace Blog.Redact.Facts;

/// <summary>
/// The facts of one thread with the people they are told of. The person at a thread's centre is the writer of the letters in its post, or
/// of the post; comments speak to them ("you") and of them ("OP", "the guest blogger", "the PSO").
/// </summary>
internal sealed class ThreadFacts
{
    private const int ShortestQuotation = 20; // folded letters; shorter stretches are found by chance

    private readonly Dictionary<VaultHandle, FactText> _texts;
    private readonly FactText? _post;
    private readonly List<(FactText Text, string Folded)> _folded;
    private readonly List<Told> _told = [];
    private readonly HashSet<string> _centreRoles = new(StringComparer.Ordinal);

    private ThreadFacts(IReadOnlyList<FactText> thread)
    {
        _texts = thread.ToDictionary(text => text.Handle);
        _post = thread.FirstOrDefault(text => text.IsPost);
        _folded = [.. thread.Select(text => (text, FoldedText.Of(text.Markdown).Letters))];
    }

    /// <summary>One fact with the people it may be of, the likeliest first.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Fact">The fact.</param>
    /// <param name="People">Their keys, and whether each is certain; empty where nobody can be named.</param>
    public sealed record Told(FactText Text, Fact Fact, IReadOnlyList<(string Person, bool IsCertain)> People);

    /// <summary>Key of the person at the centre; null for a thread without its post.</summary>
    public string? Centre { get; private set; }

    /// <summary>Every fact, in the order of the texts and then of places, near misses left out.</summary>
    public IReadOnlyList<Told> All => _told;

    /// <summary>Reads a thread: its post, then its comments in thread order.</summary>
    public static ThreadFacts Of(IReadOnlyList<FactText> thread)
    {
        var facts = new ThreadFacts(thread);
        var found = thread.Select(text => (Text: text, Facts: FactFinder.Find(ProseView.Of(text.Markdown), text.Written).Where(fact => !fact.IsNearMiss).ToList())).ToList();
        facts.Centre = facts._post is { } post
            ? post.IsGuest || found.First(pair => pair.Text == post).Facts.Exists(fact => fact.Letter > 0) ? LetterKey(post) : WriterKey(post)
            : null;
        foreach (var (text, told) in found)
        {
            foreach (var fact in told.Where(fact => fact.Kind == FactKind.Role && facts.IsCentreWriting(text, fact) && fact.Subject.Person == FactPerson.Writer))
            {
                facts._centreRoles.Add(fact.Value.Key);
            }
        }

        foreach (var (text, told) in found)
        {
            facts._told.AddRange(told.Select(fact => new Told(text, fact, facts.PeopleOf(text, fact))));
        }

        return facts;
    }

    /// <summary>Key of the one who wrote a text.</summary>
    public static string WriterKey(FactText text) => text.Identity is { } identity ? $"writer {identity}" : $"text {text.Handle}";

    /// <summary>Who a fact is told of.</summary>
    public IReadOnlyList<(string Person, bool IsCertain)> PeopleOf(FactText text, Fact fact)
    {
        if (fact.IsQuoted)
        {
            return Quoted(text, fact) is { } source ? PeopleOf(source, fact.Subject, source.IsPost && Centre == LetterKey(source)) : [];
        }

        return PeopleOf(text, fact.Subject, IsLetter(text, fact));
    }

    private static string LetterKey(FactText post) => $"letter {post.Handle}";

    private static bool IsLetter(FactText text, Fact fact) => text.IsPost && (text.IsGuest || fact.Letter > 0);

    private bool IsCentreWriting(FactText text, Fact fact) => (IsLetter(text, fact) ? LetterKey(text) : WriterKey(text)) == Centre;

    private List<(string, bool)> PeopleOf(FactText text, FactSubject subject, bool isLetter)
    {
        switch (subject.Person)
        {
            case FactPerson.Writer:
                return [(isLetter ? LetterKey(text) : WriterKey(text), true)];
            case FactPerson.Addressee:
                return text.IsPost ? [] : Addressed(text);
            case FactPerson.PostWriter:
                return text.IsPost || Centre is null ? [] : [(Centre, subject.Label is null || _centreRoles.Contains(subject.Label))];
            case FactPerson.RelatedTo:
                return [.. PeopleOf(text, subject.Of ?? FactSubject.Other, isLetter).Select(person => ($"{person.Item1} / {subject.Label}", person.Item2))];
            case FactPerson.Other:
                return text.IsPost || Centre is null ? [] : [(Centre, false)];
            default:
                throw new InvalidOperationException($"Nobody is known for {subject.Person}.");
        }
    }

    /// <summary>"You" in a reply is the one replied to or the one at the centre; elsewhere the one at the centre. Half of these threads reply in the wrong place.</summary>
    private List<(string, bool)> Addressed(FactText text)
    {
        var people = new List<(string, bool)>();
        if (text.Parent is { } parent && _texts.TryGetValue(parent, out var replied))
        {
            people.Add((WriterKey(replied), false));
        }

        if (Centre is not null && !people.Contains((Centre, false)))
        {
            people.Add((Centre, false));
        }

        return people;
    }

    /// <summary>The text a quotation is from: the first of the thread that holds the words around the fact.</summary>
    private FactText? Quoted(FactText text, Fact fact)
    {
        var from = Math.Max(text.Markdown.LastIndexOfAny(['\n', '.', '!', '?', '"', '“', '>'], Math.Max(0, fact.Range.Start - 1)) + 1, 0);
        var to = text.Markdown.IndexOfAny(['\n', '.', '!', '?', '"', '”'], fact.Range.End);
        var words = FoldedText.Of(text.Markdown[from..(to < 0 ? text.Markdown.Length : to)]).Letters;
        return words.Length < ShortestQuotation ? null : _folded.FirstOrDefault(pair => pair.Text != text && pair.Folded.Contains(words, StringComparison.Ordinal)).Text;
    }
}
