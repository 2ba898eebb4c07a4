using Blog.Redact;
using Blog.Text;

namespace Blog.Tests.Redact;

public sealed class TermVariantsTests
{
    [Theory]
    [InlineData("Ottoline Marchbank", "Ottoline Marchbank", "Marchbank", "Ottoline", "O Marchbank", "Marchbank Ottoline", "OM", "Marchbanks", "Ottoline M")]
    [InlineData("Dr Ottoline J Marchbank", "Ottoline Marchbank", "Marchbank", "OJM", "O J Marchbank")]
    [InlineData("Mrs Marchbank", "Marchbank", "Marchbanks")]
    public void A_name_has_the_forms_in_which_people_write_it(string name, params string[] expected)
    {
        var forms = TermVariants.Of(name, FindingKind.Person, []).Select(form => form.Text).ToList();

        Assert.Equal(name, forms[0]);
        Assert.Empty(expected.Except(forms, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Ottoline Marchbank", "Ottoline Marchbank", VariantStrength.Sure)]
    [InlineData("Ottoline Marchbank", "Marchbank", VariantStrength.Sure)]
    [InlineData("Ottoline Marchbank", "Ottoline", VariantStrength.InContext)]
    [InlineData("Ottoline Marchbank", "OM", VariantStrength.InContext)]
    [InlineData("Ottoline Hope", "Hope", VariantStrength.InContext)]
    [InlineData("Wickham Lantern Trust", "WLT", VariantStrength.InContext)]
    public void A_form_that_others_bear_too_counts_in_context_only(string term, string form, VariantStrength strength) =>
        Assert.Equal(strength, Form(term, term.EndsWith("Trust", StringComparison.Ordinal) ? FindingKind.Organisation : FindingKind.Person, form).Strength);

    [Fact]
    public void Initials_count_in_capitals_and_names_that_are_words_with_one()
    {
        Assert.Equal(LetterCase.Capitals, Form("Ottoline Marchbank", FindingKind.Person, "OM").Case);
        Assert.Equal(LetterCase.Capitalised, Form("Ottoline Hope", FindingKind.Person, "Hope").Case);
        Assert.Equal(LetterCase.Any, Form("Ottoline Marchbank", FindingKind.Person, "Marchbank").Case);
    }

    [Fact]
    public void A_nickname_that_is_added_means_the_person() =>
        Assert.Equal(VariantStrength.Sure, TermVariants.Of("Ottoline Marchbank", FindingKind.Person, ["Otto"]).Single(form => form.Text == "Otto").Strength);

    [Theory]
    [InlineData("+44 7700 900123", "07700900123")]
    [InlineData("07700 900123", "447700900123")]
    public void A_telephone_number_is_found_with_and_without_its_country(string number, string form) =>
        Assert.Contains(TermVariants.Of(number, FindingKind.Phone, []), each => each.Text == form);

    [Fact]
    public void An_address_is_found_by_its_local_part() =>
        Assert.Contains(TermVariants.Of("o.marchbank@example.org", FindingKind.Email, []), form => form.Text == "o.marchbank");

    private static TermVariant Form(string term, FindingKind kind, string form) => TermVariants.Of(term, kind, []).Single(each => each.Text == form);
}
