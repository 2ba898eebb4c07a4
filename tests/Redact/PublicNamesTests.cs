using Blog.Redact;

namespace Blog.Tests.Redact;

/// <summary>A public name frees exactly itself: never a part of a longer name, never a longer name by its part.</summary>
public sealed class PublicNamesTests
{
    private static readonly PublicNames May = PublicNames.None.With(["May"]);
    private static readonly PublicNames TheresaMay = PublicNames.None.With(["Theresa May"]);

    [Fact]
    public void Allowing_May_does_not_free_Theresa_May()
    {
        Assert.Equal(["Theresa May"], People("I asked Theresa May about it.", May));
        Assert.Empty(People("I asked Mark and May Oxlip.", May.With(["Mark", "May Oxlip"])));
    }

    [Fact]
    public void Allowing_Theresa_May_does_not_free_May()
    {
        Assert.Empty(People("I asked Theresa May about it.", TheresaMay));
        Assert.Equal(["May"], People("My manager May said no.", TheresaMay));
        Assert.Equal(["Theresa"], People("I asked Theresa about it.", TheresaMay));
        Assert.Equal(["Theresa May Oxlip"], People("I asked Theresa May Oxlip about it.", TheresaMay));
        Assert.Equal(["Anna-Theresa May"], People("I asked Anna-Theresa May about it.", TheresaMay));
    }

    [Fact]
    public void An_honorific_makes_another_name_of_a_single_word_only()
    {
        Assert.Equal(["May"], People("I asked Mrs May about it.", May));
        Assert.Empty(People("I asked Mrs Theresa May about it.", TheresaMay));
        Assert.Empty(People("I asked Mrs May about it.", PublicNames.None.With(["Mrs May"])));
    }

    [Fact]
    public void A_name_is_the_same_in_other_letters_stops_and_accents()
    {
        var names = PublicNames.None.With(["Siân O'Kettle-Smith"]);

        Assert.True(names.Contains("SIAN O’KETTLE SMITH"));
        Assert.False(names.Contains("Siân O'Kettle"));
        Assert.False(names.Contains("Kettle-Smith"));
        Assert.False(names.Contains(string.Empty));
    }

    [Theory]
    [InlineData("Chris Grayling was wrong and Mr Gove knew it.")]
    [InlineData("Will Michael Gove do the right thing and admit Chris Grayling was wrong?")]
    [InlineData("Grayling's brief; Failing Grayling; David Gauke MP; Liz Truss")]
    [InlineData("The Chief Inspector, Dame Glenys Stacey, and Napo's Ian Lawrence said so.")]
    public void Holders_of_public_office_are_built_in(string text) => Assert.Empty(People(text, PublicNames.BuiltIn));

    [Theory]
    [InlineData("Chris Oxlip was wrong.", "Chris Oxlip")]
    [InlineData("Michael was wrong.", "Michael")]
    [InlineData("Chris Grayling-Oxlip was wrong.", "Chris Grayling-Oxlip")]
    [InlineData("Andrea Grayling was wrong.", "Andrea Grayling")]
    public void Somebody_with_a_part_of_a_public_name_is_not_free(string text, string name) => Assert.Equal([name], People(text, PublicNames.BuiltIn));

    [Fact]
    public void A_parts_own_freedom_does_not_come_from_the_full_name_in_the_same_text() =>
        Assert.Equal(["Theresa"], People("Theresa May spoke. Theresa, my colleague, did not.", TheresaMay));

    [Fact]
    public void Adding_names_leaves_the_list_that_was_there()
    {
        _ = PublicNames.None.With(["Andrea Oxlip"]);

        Assert.False(PublicNames.None.Contains("Andrea Oxlip"));
        Assert.True(PublicNames.BuiltIn.With(["Andrea Oxlip"]).Contains("Chris Grayling"));
    }

    private static IEnumerable<string> People(string text, PublicNames names) => TextFinder.Find(ProseView.Of(text), names)
        .Where(finding => finding.Kind == FindingKind.Person && !finding.IsNearMiss).Select(finding => finding.Range.Of(text));
}
