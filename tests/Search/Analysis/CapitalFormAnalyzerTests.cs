using Blog.Search.Analysis;

namespace Blog.Tests.Search.Analysis;

public sealed class CapitalFormAnalyzerTests
{
    [Fact]
    public void Every_shared_case_gives_its_capital_forms()
    {
        var cases = TokenCase.Read("capital-forms.jsonl").ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, each => Assert.Equal(each.Tokens, Tokens(each.Text)));
    }

    [Fact]
    public void A_label_of_a_redaction_mark_is_no_capital_form()
    {
        var terms = new List<string>();
        foreach (var token in CapitalFormAnalyzer.AnalyzeWithoutMarks("the SPO of [redacted: CRC] and TR"))
        {
            terms.Add(TokenCase.Written(token.Term, token.Start, token.End, token.PositionIncrement));
        }

        Assert.Equal(["SPO 4-7 +2", "TR 31-33 +4"], terms);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_capital() => Assert.Equal(["TR 3-5 +2"], Tokens("X\uD83D TR"));

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        foreach (var token in CapitalFormAnalyzer.Analyze(text))
        {
            tokens.Add(TokenCase.Written(token.Term, token.Start, token.End, token.PositionIncrement));
        }

        return tokens;
    }
}
