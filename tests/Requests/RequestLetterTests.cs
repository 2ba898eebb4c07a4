using System.Text.RegularExpressions;
using Blog.Requests;
using Blog.Vault;

namespace Blog.Tests.Requests;

/// <summary>What every letter must and must not say, letter by letter.</summary>
public sealed partial class RequestLetterTests
{
    private const string Address = "https://kettle.example/2015/12/p1.html#c123";

    public static TheoryData<string, string> Letters()
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in RequestKindTable.All)
        {
            kind.Letters.ToList().ForEach(letter => data.Add(kind.Word, letter.Word));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_letter_confirms_nothing_asks_for_no_papers_and_is_filled(string kindWord, string word)
    {
        var (letter, text) = Write(kindWord, word);

        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\t', text);
        Assert.StartsWith("Date: 22 November 2026\nSubject: ", text, StringComparison.Ordinal);
        Assert.Contains("The Kettle Yard", text, StringComparison.Ordinal);
        Assert.False(Papers().IsMatch(text), "asks for papers");

        // Nobody is said to have written: the one sentence on it denies and confirms nothing.
        var open = Sentences(text).Where(sentence => !Neither().IsMatch(sentence)).ToList();
        Assert.All(open, sentence => Assert.False(Writer().IsMatch(sentence), sentence));
        switch (letter.Reader)
        {
            case LetterReader.Requester or LetterReader.Authority:
                Assert.Matches(Neither(), text);
                break;
            case LetterReader.ThirdParty:
                Assert.Contains(Address, text, StringComparison.Ordinal);
                Assert.Contains("addresses and no names", text, StringComparison.Ordinal);
                break;
            default:
                throw new InvalidOperationException($"No such reader: {letter.Reader}.");
        }
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_letter_holds_nothing_but_days_addresses_and_the_name_of_the_site(string kindWord, string word)
    {
        // Two requests that differ in all else give the same letter.
        var other = Write(kindWord, word, new VaultHandle(new string('b', 32)));
        Assert.Equal(Write(kindWord, word).Text, other.Text);
    }

    [Theory]
    [InlineData("You wrote this in 2016.")]
    [InlineData("The author of the comment was asked.")]
    [InlineData("Our commenter agrees.")]
    [InlineData("The poster has an account.")]
    public void The_test_itself_sees_a_letter_that_says_who_wrote(string sentence) => Assert.Matches(Writer(), sentence);

    [Theory]
    [InlineData("Please send a copy of your passport.")]
    [InlineData("We need proof of identity and your date of birth.")]
    [InlineData("Give your full name and home address.")]
    public void The_test_itself_sees_a_letter_that_asks_too_much(string sentence) => Assert.Matches(Papers(), sentence);

    [Fact]
    public void Every_kind_has_a_first_step_a_checklist_a_letter_and_law_with_its_day()
    {
        Assert.Equal(["anonymity", "court-order", "who-wrote", "spent", "victim", "erasure", "defamation", "complaint", "copyright"], RequestKindTable.All.Select(kind => kind.Word));
        Assert.All(RequestKindTable.All, kind =>
        {
            Assert.NotEmpty(kind.First);
            Assert.True(kind.Steps.Count >= 3, kind.Word);
            Assert.Contains(kind.Letters, letter => letter.Reader != LetterReader.ThirdParty);
            Assert.NotEmpty(kind.Laws);
            Assert.All(kind.Laws, law => Assert.True(law.Checked is null or { Year: 2026 } && law.Title.Length > 10, law.Title));
            Assert.All(kind.Clocks, clock => Assert.Contains(kind.Steps, step => step.Word == clock.Step));
            Assert.Equal(kind.Steps.Count, kind.Steps.Select(step => step.Word).Distinct().Count());
        });
        Assert.All(RequestKindTable.All.Where(kind => kind.Word is "anonymity" or "court-order"), kind => Assert.Equal(WithholdRule.First, kind.Withhold));
        Assert.Equal(RequestKindTable.Copies.Count, RequestKindTable.Copies.Select(place => place.Word).Distinct().Count());

        // A checklist that names a letter names one that its kind offers.
        foreach (var kind in RequestKindTable.All)
        {
            foreach (var named in kind.Steps.SelectMany(step => LetterName().Matches(step.Words)).Select(match => match.Groups["name"].Value))
            {
                Assert.Contains(kind.Letters, letter => letter.Word == named);
            }
        }
    }

    private static (RequestLetter Letter, string Text) Write(string kindWord, string word, VaultHandle? handle = null)
    {
        Assert.True(RequestKindTable.TryFind(kindWord, out var kind));
        var letter = kind.Letters.Single(each => each.Word == word);
        var row = new VaultRequest(handle ?? new VaultHandle(new string('a', 32)), kindWord, new DateTimeOffset(2026, 11, 20, 15, 30, 0, TimeSpan.Zero), null, [handle ?? new VaultHandle(new string('c', 32))], new Dictionary<string, VaultRequestStep>());
        var view = RequestView.Of(row, new DateTime(2026, 11, 22, 12, 0, 0));
        return (letter, LetterWriter.Write(letter, "The Kettle Yard", "https://kettle.example", [Address], view, new DateOnly(2026, 11, 22)));
    }

    private static IEnumerable<string> Sentences(string text) => text.Replace('\n', ' ').Split(['.', '!', '?'], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"confirms (or|nor) denies|We do not say of any text on this site who wrote it", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Neither();

    [GeneratedRegex(@"\b(wrote|written by|has written|have written|author|commenter|the poster|the writer|contributor|you posted|your comment|your post)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Writer();

    [GeneratedRegex(@"\b(passport|driving licence|proof of identity|identity card|date of birth|home address|full name|utility bill|national insurance|your papers)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Papers();

    [GeneratedRegex(@"\(letter (?<name>[a-z-]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LetterName();
}
