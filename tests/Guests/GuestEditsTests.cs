using Blog.Guests;
using Blog.Moderate;
using Blog.Redact;

namespace Blog.Tests.Guests;

public sealed class GuestEditsTests
{
    private static readonly GuestVersion Text = new(
        DateTimeOffset.UnixEpoch, "Quiet Kettle", "With Ottoline Marchbank", "I asked *Ottoline Marchbank*; see [her page](https://example.org/ottoline-marchbank) and [redacted: town].");

    [Fact]
    public void Words_go_in_every_form_from_title_text_and_addresses()
    {
        var (title, markdown, places) = GuestEdits.TakeOut(Text, "Ottoline Marchbank", FindingKind.Person, null);
        Assert.Equal("With [redacted: person]", title);
        Assert.Equal("I asked *[redacted: person]*; see her page [redacted] and [redacted: town].", markdown);
        Assert.Equal(3, places); // the title, the name, the address of a link
    }

    [Fact]
    public void Other_words_can_stand_instead_and_must_say_less()
    {
        var (_, markdown, _) = GuestEdits.TakeOut(Text, "Ottoline Marchbank", FindingKind.Person, "a colleague");
        Assert.StartsWith("I asked *a colleague*;", markdown, StringComparison.Ordinal);
        Assert.Throws<ModerationException>(() => GuestEdits.TakeOut(Text, "Ottoline Marchbank", FindingKind.Person, "Mrs Marchbank"));
        Assert.Throws<ModerationException>(() => GuestEdits.TakeOut(Text, "O", FindingKind.Person, null));
        Assert.Throws<ModerationException>(() => GuestEdits.TakeOut(Text, "Ottoline Marchbank", FindingKind.Person, "<b>x</b>"));
    }

    [Fact]
    public void Words_that_do_not_stand_there_change_nothing() => Assert.Equal((Text.Title, Text.Markdown, 0), GuestEdits.TakeOut(Text, "Zebedee Quillfeather", FindingKind.Person, null));
}
