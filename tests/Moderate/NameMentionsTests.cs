using Blog.Moderate;
using Blog.Tests.Release;

namespace Blog.Tests.Moderate;

public sealed class NameMentionsTests
{
    private static readonly NameTerm[] Terms =
    [
        new("Gullwing", "Quiet Kettle"), new("Andrea Oxlip", "Misty Teapot"), new("Hope", "Bold Canoe"), new("Grim Officer", "Warm Anvil"), new("Dot", "Cosy Banjo"),
    ];

    public static TheoryData<string, string> Mentions() => ReleaseCases.Pairs("mentions.txt");

    [Theory]
    [MemberData(nameof(Mentions))]
    public void A_mention_becomes_the_pseudonym_and_nothing_else_does(string text, string expected) =>
        Assert.Equal(expected, new NameMentions(Terms).Replace(text).Text);

    [Fact]
    public void Ordinary_words_and_short_names_wait_for_a_person() =>
        Assert.Equal(3, new NameMentions([new("Hope", "A B"), new("ML", "C D"), new("Probation Officer", "E F"), new("Gullwing", "G H")]).Queued);

    [Fact]
    public void A_first_name_that_two_people_share_is_neither_s() =>
        Assert.Equal(
            "[redacted: name] and One Two and Three Four.",
            new NameMentions([new("Ossian Larkspur", "One Two"), new("Ossian Brambling", "Three Four")]).Replace("Ossian and Ossian Larkspur and Brambling.").Text);

    [Fact]
    public void A_name_with_escapes_is_found_as_readers_read_it() =>
        Assert.Equal("Yes, Quiet Kettle.", new NameMentions([new("gull_wing*", "Quiet Kettle")]).Replace("Yes, gull\\_wing\\*.").Text);
}
