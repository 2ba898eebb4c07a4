using System.Text;
using Blog.Redact;
using Blog.Redact.Recognizers;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Redact;

public sealed class TextFinderTests
{
    /// <summary>Pieces that begin, end, join or break what the recognizers look for.</summary>
    private static readonly string[] Pieces =
    [
        "Andrea", "Oxlip", "Mr ", "my manager ", "I'm ", "25", "year old", " at ", " dot ", "@", "example.org", "020 7946 0018", "SW1A 2AA", "AB 12 34 56 C", "A1234BC", "T20157890", "15/12/2015",
        "12 High Street", "HMP ", "Leeds", "Crown Court", "was jailed for ", "burglary", "(", ")", "[", "](", "](https://example.org/andrea-oxlip \"t\")", "[redacted]", "[redacted: town]", "`", "```\n", "*", "_", "\\", "\n", "\n\n", "> ", "- ",
        " ", ", ", ". ", "'s", "’s", "-", ":", "/", "é", "\u0301", "\u200B", "\uFFFC", "\U0001F600", "\uD800", "\uDC00", "x", "Xxxx", "X", "0", "1", "a", "A.", "\u00A0", "\t", "2001:db8::1", "192.0.2.1", "www.example.org/x",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void Findings_of_any_text_are_in_order_without_overlaps_and_across_no_gap() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, text =>
    {
        var view = ProseView.Of(text);
        var findings = TextFinder.Find(view, PublicNames.BuiltIn);
        var end = 0;
        foreach (var finding in findings)
        {
            var range = finding.Range;
            var isInProse = !view.Outline.Hidden.Any(hidden => hidden.Start < range.End && hidden.End > range.Start);
            var isInHidden = view.Outline.Hidden.Any(hidden => hidden.Start <= range.Start && hidden.End >= range.End);
            if (range.Start < end || range.Length <= 0 || range.End > text.Length || finding.Score is <= 0 or > 1 || !(isInProse || isInHidden))
            {
                return false;
            }

            end = range.End;
        }

        return findings.SequenceEqual(TextFinder.Find(ProseView.Of(text), PublicNames.BuiltIn));
    }));

    [Fact]
    public void A_finding_tells_nothing_of_the_text() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, text =>
        TextFinder.Find(ProseView.Of(text), PublicNames.None).All(finding => !finding.Why.Contains("Oxlip", StringComparison.Ordinal) && !finding.Why.Contains("example.org", StringComparison.Ordinal) && finding.Why.EndsWith('.'))));

    /// <summary>Every text here is as long as the longest comment that is kept as Markdown; a search that grows with the square would not end in this test's time.</summary>
    [Theory]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("a at a dot ")]
    [InlineData("0 7 ")]
    [InlineData("([{<")]
    [InlineData("Andrea Oxlip ")]
    [InlineData("A. ")]
    [InlineData("1:")]
    [InlineData("1/")]
    [InlineData("a'")]
    [InlineData("A\n")]
    [InlineData(" \n")]
    [InlineData("I was ")]
    [InlineData("my father in ")]
    [InlineData("5 years in ")]
    [InlineData("convicted of ")]
    [InlineData("M1 ")]
    [InlineData("123/15, ")]
    [InlineData("born 1 May ")]
    [InlineData("AB12 CDE ")]
    [InlineData("a at b.c ")]
    [InlineData("a@b d ")]
    [InlineData("a@b (")]
    [InlineData("a (at b d ")]
    [InlineData("a@b. ")]
    [InlineData("http://a.b/ ")]
    [InlineData("`a")]
    [InlineData("](")]
    [InlineData("e\u0301")]
    [InlineData("\\*")]
    public void Hostile_texts_are_read_to_their_end(string piece)
    {
        var text = new StringBuilder();
        while (text.Length < 64 * 1024)
        {
            text.Append(piece);
        }

        Assert.All(TextFinder.Find(ProseView.Of(text.ToString()), PublicNames.BuiltIn), finding => Assert.InRange(finding.Range.End, finding.Range.Start + 1, text.Length));
    }

    [Fact]
    public void Positions_are_those_of_the_source()
    {
        const string text = "See \\[note\\] *Andrea Oxlip* and\u00A0[Darren Thompson](https://example.org).";

        Assert.Equal(["Andrea Oxlip", "Darren Thompson"], Found(text, FindingKind.Person));
    }

    [Fact]
    public void Code_titles_and_addresses_of_links_are_searched_too()
    {
        Assert.Equal(["a@example.org"], Found("`mail a@example.org`", FindingKind.Email));
        Assert.Equal(["b@example.org"], Found("[x](https://example.org \"b@example.org\")", FindingKind.Email));
        Assert.Equal(["mailto:c@example.org"], Found("[x](mailto:c@example.org)", FindingKind.Email));
        Assert.Equal(["Andrea Oxlip"], Found("```\nAndrea Oxlip\n```\n", FindingKind.Person));
    }

    [Fact]
    public void Marks_of_earlier_redactions_are_not_searched() => Assert.Empty(TextFinder.Find(ProseView.Of("I met [redacted: Officer A] in [redacted: town]."), PublicNames.None));

    [Fact]
    public void A_fact_that_is_listed_does_not_hide_a_name_that_is_held()
    {
        var findings = TextFinder.Find(ProseView.Of("My brother Darren works in probation."), PublicNames.None).Where(finding => !finding.IsNearMiss).ToList();

        Assert.Contains(findings, finding => finding.Kind == FindingKind.Person);
        Assert.Contains(findings, finding => finding.Kind == FindingKind.Family);
    }

    [Fact]
    public void A_number_with_a_form_of_its_own_beats_a_general_one() =>
        Assert.Equal([FindingKind.PersonalNumber], TextFinder.Find(ProseView.Of("NHS number 943 476 5919"), PublicNames.None).Where(finding => !finding.IsNearMiss).Select(finding => finding.Kind));

    [Fact]
    public void Near_misses_are_listed_with_a_low_score() =>
        Assert.Contains(TextFinder.Find(ProseView.Of("my po darren said"), PublicNames.None), finding => finding is { Kind: FindingKind.Person, IsNearMiss: true });

    [Theory]
    [InlineData("Staff in the NPS and the CRCs are told that heads will roll, and Grayling is to blame.")]
    [InlineData("The Ministry of Justice and Napo met on TR; Michael Gove did nothing. What a mess!")]
    [InlineData("Thank you to all who comment here. Caseloads are too high, sickness is rising, and morale is at rock bottom.")]
    [InlineData("Probation Officers, Case Managers and Senior Probation Officers all agree: the Target Operating Model has failed.")]
    [InlineData("PLEASE READ THIS: WE ARE ALL BEING SOLD OFF TO PRIVATE FIRMS")]
    [InlineData("Will May be the month? Mark my words, it may. Hope springs eternal.")]
    [InlineData("People convicted of violent offences are sentenced to prison, and victims wait for Victim Liaison Officers.")]
    public void A_discussion_that_names_nobody_private_is_ready(string text) =>
        Assert.DoesNotContain(TextFinder.Find(ProseView.Of(text), PublicNames.BuiltIn), finding => !finding.IsNearMiss && FindingTreatmentTable.Of(finding.Kind) != FindingTreatment.List);

    [Fact]
    public void The_order_of_recognizers_has_numbers_before_names_and_names_before_facts()
    {
        var names = RecognizerList.InOrder.Select(recognizer => recognizer.Name).ToList();

        Assert.True(names.IndexOf("phone") < names.IndexOf("person") && names.IndexOf("office") < names.IndexOf("person") && names.IndexOf("person") < names.IndexOf("age"));
    }

    private static IEnumerable<string> Found(string text, FindingKind kind) => TextFinder.Find(ProseView.Of(text), PublicNames.None)
        .Where(finding => finding.Kind == kind && !finding.IsNearMiss).Select(finding => finding.Range.Of(text));
}
