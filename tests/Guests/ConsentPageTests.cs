using Blog.Guests;

namespace Blog.Tests.Guests;

public sealed class ConsentPageTests
{
    private static readonly GuestVersion Original = new(DateTimeOffset.UnixEpoch, "Quiet Kettle", "A <b>letter</b> from Ockering", "Zebedee Quillfeather <script>alert(1)</script> told us.\n\nI am 47 years old.");
    private static readonly GuestVersion Now = new(DateTimeOffset.UnixEpoch, "Quiet Kettle", "A letter", "[redacted: person] told us.\n\nI am 47 years old.");
    private static readonly GuestDraft Draft = new() { Versions = [Original, Now] };

    [Fact]
    public void The_page_has_the_text_the_changes_what_could_identify_and_the_choices()
    {
        var page = ConsentPage.Html("Lamp & Rope", Draft, Original, GuestReview.Of(Now, []));
        Assert.Contains("<span class=\"redacted\" data-kind=\"person\">[person]</span> told us.", page, StringComparison.Ordinal);
        Assert.Contains("<del>Zebedee</del>", page.Replace("<del>Zebedee Quillfeather", "<del>Zebedee</del>", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Lamp &amp; Rope", page, StringComparison.Ordinal);
        Assert.Contains("age", page, StringComparison.Ordinal);
        Assert.Contains("You can take your yes back at any time", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>letter", page, StringComparison.Ordinal);
        Assert.Contains("default-src &#39;none&#39;", page.Replace("'", "&#39;", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_mail_has_the_text_and_the_choices_alone()
    {
        var mail = ConsentPage.Mail(Draft);
        Assert.StartsWith("Subject: Something to read\n", mail, StringComparison.Ordinal);
        Assert.Contains("[person] told us.", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Ockering", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("could still tell", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_about_a_text_whose_original_is_destroyed_says_so()
    {
        Assert.Contains("is not kept any more", ConsentPage.Html("T", Draft, null, GuestReview.Of(Now, [])), StringComparison.Ordinal);
        Assert.Contains("as you sent it", ConsentPage.Html("T", new GuestDraft { Versions = [Now] }, Now, GuestReview.Of(Now, [])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.b@probation.justice.gov.uk", "justice.gov.uk")]
    [InlineData("A B <a.b@Example.CJSM.net>", "cjsm.net")]
    [InlineData("a@nhs.net", "nhs.net")]
    [InlineData("a@met.police.uk.", "police.uk")]
    [InlineData("a@example.org", null)]
    [InlineData("a@notgov.uk", null)]
    [InlineData("a@gov.uk.example.org", null)]
    [InlineData("no address", null)]
    [InlineData("a@trust.example.org", "trust.example.org")]
    [InlineData("a@free.ac.uk", "ac.uk")]
    [InlineData("a@serco.com", null)]
    public void Work_addresses_are_known_by_their_ends(string address, string? end) =>
        Assert.Equal(end, new WorkAddresses(["@trust.example.org"], ["serco.com"]).EndOf(address));
}
