using Blog.Import;
using Blog.Import.Captures;
using Blog.Redact;
using Blog.Redact.Facts;
using NodaTime;

namespace Blog.Tests.Redact.Facts;

public sealed class FactLinksTests
{
    private static readonly FactText[] Thread =
    [
        FactThreads.Post(1, "Wren writes:\n\nHi Jo,\n\nI'm a PSO of 29. My mother has worked for the probation service all her life.\n\nYours\n\nHi Jo,\n\nGlad it helps. At home my mum works in probation and listens."),
        FactThreads.Comment(1, 2, "The PSO's mum works in probation, so they knew. My father works for the police."),
        FactThreads.Comment(1, 3, "My mother is a nurse and says the same.", parent: 2),
        FactThreads.Comment(1, 4, "OP, your mother works in the probation service and told you nothing?"),
        FactThreads.Comment(1, 5, "> At home my mum works in probation and listens.\n\nLucky you."),
        FactThreads.Comment(1, 6, "As a PSO I agree."),
    ];

    [Fact]
    public void Every_place_about_one_persons_family_is_listed_in_whatever_words_and_nobody_elses()
    {
        var own = FactFinder.Find(ProseView.Of(Thread[0].Markdown)).First(fact => fact.Kind == FactKind.Family);
        Assert.Equal(
            [
                (1, "My mother has worked for the probation service", true), (1, "my mum works in probation", true), (2, "The PSO's mum works in probation", true),
                (4, "your mother works in the probation service", false), (5, "my mum works in probation", true),
            ],
            Places(FactLinks.Same(Thread, Thread[0].Handle, own)));
    }

    [Fact]
    public void A_commenters_own_family_is_linked_to_that_commenter()
    {
        var own = FactFinder.Find(ProseView.Of(Thread[2].Markdown)).First(fact => fact.Kind == FactKind.Family);
        Assert.Equal([(3, "My mother is a nurse", true)], Places(FactLinks.Same(Thread, Thread[2].Handle, own)));
    }

    [Fact]
    public void The_same_writers_comments_are_linked_and_nameless_ones_are_not()
    {
        FactText[] thread =
        [
            FactThreads.Post(1, "A post."), FactThreads.Comment(1, 2, "I live in Crewe.", identity: "wren"), FactThreads.Comment(1, 3, "I live in Leeds."),
            FactThreads.Comment(1, 4, "I work in Chester.", identity: "wren"),
        ];
        var own = FactFinder.Find(ProseView.Of(thread[1].Markdown)).First(fact => fact.Kind == FactKind.Area);
        Assert.Equal([(2, "Crewe", true), (4, "Chester", true)], Places(FactLinks.Same(thread, thread[1].Handle, own)));
    }

    [Fact]
    public void What_is_told_of_the_relative_is_listed_with_the_relative()
    {
        FactText[] thread = [FactThreads.Post(1, "Hi Jo,\n\nMy father works for the police. He was a PSO before that.\n\nBye")];
        var own = FactFinder.Find(ProseView.Of(thread[0].Markdown)).First(fact => fact.Kind == FactKind.Family);
        Assert.Equal([(1, "My father works for the police", true), (1, "PSO", true)], Places(FactLinks.Same(thread, thread[0].Handle, own)));
    }

    /// <summary>The father of capture 000 stands in the post, in its second letter and in comment 4. Places and kinds only.</summary>
    [SharedFact]
    public void The_captures_family_detail_is_found_in_the_post_the_second_letter_and_comment_4()
    {
        var (thread, numbers) = Capture();
        var post = thread[0];
        var own = FactFinder.Find(ProseView.Of(post.Markdown)).First(fact => fact.Kind == FactKind.Family && fact.Value.Key.Contains("probation", StringComparison.Ordinal));
        Assert.Equal(1, own.Letter);
        var places = FactLinks.Same(thread, post.Handle, own);
        Assert.Equal(["post, letter 1", "post, letter 2", "comment 4"], places.Where(place => place.Fact.Kind == FactKind.Family && place.IsCertain).Select(Name).Distinct());
        Assert.All(places.Where(place => place.IsCertain && place.Text == thread[numbers["4"]].Handle), place => Assert.Contains("probation", place.Fact.Range.Of(thread[numbers["4"]].Markdown), StringComparison.Ordinal));
        Assert.InRange(places.Select(Name).Distinct().Count(), 3, 4); // at most one more that "you" or "he" may mean

        string Name(FactPlace place) => place.Text == post.Handle
            ? FormattableString.Invariant($"post, letter {place.Fact.Letter}")
            : $"comment {numbers.First(pair => thread[pair.Value].Handle == place.Text).Key}";
    }

    /// <summary>The identifying facts that the captures' README counts as left in are found in the post.</summary>
    [SharedFact]
    public void The_captures_age_tenure_employer_and_education_are_found()
    {
        var (thread, _) = Capture();
        var kinds = FactFinder.Find(ProseView.Of(thread[0].Markdown)).Where(fact => !fact.IsNearMiss && fact.Subject.Person == FactPerson.Writer).Select(fact => fact.Kind).ToHashSet();
        Assert.Superset(new HashSet<FactKind> { FactKind.Age, FactKind.Tenure, FactKind.Employer, FactKind.Family, FactKind.Education, FactKind.Role }, kinds);
    }

    private static (List<FactText> Thread, Dictionary<string, int> Numbers) Capture()
    {
        using var reader = File.OpenText(SharedMaterial.File("captures", "000_f947b0cd034c0c0a.txt"));
        var entries = CaptureReader.Read(reader, "000_f947b0cd034c0c0a.txt", DateTimeZoneProviders.Tzdb["Europe/London"]).ToList();
        var thread = new List<FactText> { FactThreads.Post(1, entries.OfType<ImportedPost>().Single().Body.Markdown) };
        var numbers = new Dictionary<string, int>();
        foreach (var comment in entries.OfType<ImportedComment>())
        {
            var number = comment.Number?.ToString();
            int? parent = number?.IndexOf('.', StringComparison.Ordinal) is { } dot and > 0 && numbers.TryGetValue(number[..dot], out var place) ? place + 1 : null;
            numbers[number ?? $"at {thread.Count}"] = thread.Count;
            thread.Add(FactThreads.Comment(1, thread.Count + 1, comment.Body.Markdown, comment.Author?.Name, parent));
        }

        return (thread, numbers);
    }

    private static IEnumerable<(int, string, bool)> Places(IReadOnlyList<FactPlace> places) =>
        places.Select(place => (int.Parse(place.Text.Hex, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture), Words(place), place.IsCertain));

    private static string Words(FactPlace place) => All.First(text => text.Handle == place.Text && place.Fact.Range.End <= text.Markdown.Length && FactFinder.Find(ProseView.Of(text.Markdown)).Contains(place.Fact)) is var text
        ? place.Fact.Range.Of(text.Markdown) : string.Empty;

    private static IEnumerable<FactText> All =>
    [
        .. Thread, FactThreads.Comment(1, 2, "I live in Crewe."), FactThreads.Comment(1, 4, "I work in Chester."), FactThreads.Post(1, "Hi Jo,\n\nMy father works for the police. He was a PSO before that.\n\nBye"),
    ];
}
