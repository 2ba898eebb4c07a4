using Blog.Bench.Search;
using Blog.Search.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Search.Analysis;

public sealed class EnglishAnalyzerTests
{
    [Fact]
    public void Every_shared_case_gives_the_tokens_that_Lucene_gives()
    {
        var cases = TokenCase.Read("english.jsonl").ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, each => Assert.Equal(each.Tokens, Tokens(each.Text)));
    }

    [Fact]
    public void Redaction_marks_give_no_token_and_take_a_position()
    {
        var cases = TokenCase.Read("redaction-marks.jsonl").ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, each => Assert.Equal(each.Tokens, TokensWithoutMarks(each.Text)));
    }

    [Fact]
    public void A_text_without_marks_is_read_alike_both_ways() =>
        Assert.All(TokenCase.Read("english.jsonl").Where(each => !each.Text.Contains("[redacted", StringComparison.Ordinal)), each => Assert.Equal(each.Tokens, TokensWithoutMarks(each.Text)));

    [Theory]
    [InlineData("Runn", "runn")]
    [InlineData("THE", "the")]
    [InlineData("PO's", "po's")]
    [InlineData("\u0130\u0178\U00010400", "i\u00FF\U00010428")]
    [InlineData("A\uD800", "a\uD800")]
    [InlineData("", "")]
    public void A_piece_of_a_word_is_put_into_lower_case_and_nothing_else(string piece, string expected) => Assert.Equal(expected, EnglishAnalyzer.Normalize(piece));

    [Fact]
    public void An_analyzer_that_was_left_within_a_text_reads_the_next_one_whole()
    {
        var analyzer = new EnglishAnalyzer();
        foreach (var token in analyzer.Analyze("lanterns and ferries"))
        {
            Assert.Equal("lantern", token.Term.ToString());
            break;
        }

        Assert.Equal("ferri@0:0-7", OracleAnalysis.Own(analyzer, "ferries"));
    }

    [Fact]
    public void Words_that_need_no_rules_are_those_the_rules_give()
    {
        // Letters, the signs that may join them, digits, signs beyond ASCII: each beside each.
        const string signs = "aZq .,;:!?'’()\"-/_#*1\n\t\r[]\u0301é中\u200D☂\uFE0F\uD83D\uDE00";
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => signs[random.Next(signs.Length)]));
            Assert.Equal(ByRules(text), Words(text));
        }

        foreach (var length in new[] { 254, 255, 256, 600 })
        {
            Assert.Equal(ByRules(new string('b', length) + " c"), Words(new string('b', length) + " c"));
        }
    }

    private static string Words(string text)
    {
        var words = new List<string>();
        for (var tokens = new WordTokens(text, skipsMarks: false); tokens.MoveNext();)
        {
            words.Add($"{tokens.Start}-{tokens.End}");
        }

        return string.Join(' ', words);
    }

    private static string ByRules(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = WordTokens.EndByRules(text, at);
            if (end > at)
            {
                words.Add($"{at}-{end}");
                at = end;
                continue;
            }

            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        }

        return string.Join(' ', words);
    }

    [Fact]
    public void Offsets_are_in_order_and_within_any_text()
    {
        Prop.ForAll(AnyText().ToArbitrary(), text =>
        {
            var done = 0;
            foreach (var token in new EnglishAnalyzer().AnalyzeWithoutMarks(text))
            {
                Assert.InRange(token.Start, done, text.Length);
                Assert.InRange(token.End, token.Start + 1, Math.Min(text.Length, token.Start + 255));
                Assert.InRange(token.Term.Length, 1, token.End - token.Start);
                Assert.True(token.PositionIncrement >= 1);
                done = token.End;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Half_a_surrogate_pair_stands_in_no_token()
    {
        Assert.Equal(["lamp 0-4 +1", "oil 5-8 +1"], Tokens("lamp\uD83Doil"));
        Assert.Equal(["lamp 1-5 +1"], Tokens("\uDE00lamp\uD83D"));
    }

    [Fact]
    public void A_line_end_parts_words() => Assert.Equal(["lamp 0-4 +1", "oil 6-9 +1"], Tokens("lamp\r\noil"));

    [OracleFact]
    public void Lucene_gives_the_same_tokens_for_the_captures_and_for_generated_words_and_sentences()
    {
        var captures = Directory.EnumerateFiles(SharedMaterial.File("captures"), "*.txt").Order(StringComparer.Ordinal).SelectMany(file => File.ReadAllText(file).Split('\n', '\r'));
        List<string> lines = [.. captures, .. OracleLines.Words(5_000, 11), .. OracleLines.Sentences(1_000, 12)];

        var count = OracleAnalysis.Compare(SharedMaterial.Root!, lines.Where(OracleAnalysis.CanAsk), (_, _, _) => { });

        Assert.True(count.Tokens > 0);
        Assert.Equal(0, count.Differing);
    }

    [OracleFact]
    public void The_shared_cases_are_what_Lucene_gives()
    {
        var texts = TokenCase.Read("english.jsonl").Select(each => each.Text).ToList();

        Assert.Equal(0, OracleAnalysis.Compare(SharedMaterial.Root!, texts, (_, _, _) => { }).Differing);
    }

    // Characters of every class of the word rules, half pairs and pieces of marks.
    private static Gen<string> AnyText() =>
        Gen.Frequency(
            (4, Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString())),
            (4, Gen.Choose(0x20, 0x7E).Select(code => ((char)code).ToString())),
            (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)),
            (2, Gen.Elements("\uD83D", "\uDE00", "\u200D", "\u0301", "\uFE0F", "\u20E3", "'s", "\u2019s", "_", "1", "\u05D0", "\"", "\U0001F1E6", "\U000E0041", "\U000E007F")),
            (2, Gen.Elements("[redacted]", "[redacted: town]", "\\", "[redacted", "lanterns", "the", "POs", new string('x', 260))))
        .ListOf().Select(string.Concat);

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        foreach (var token in new EnglishAnalyzer().Analyze(text))
        {
            tokens.Add(TokenCase.Written(token.Term, token.Start, token.End, token.PositionIncrement));
        }

        return tokens;
    }

    private static List<string> TokensWithoutMarks(string text)
    {
        var tokens = new List<string>();
        foreach (var token in new EnglishAnalyzer().AnalyzeWithoutMarks(text))
        {
            tokens.Add(TokenCase.Written(token.Term, token.Start, token.End, token.PositionIncrement));
        }

        return tokens;
    }
}
