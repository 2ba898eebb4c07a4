using System.Text;
using Blog.Source;

namespace Blog.Tests.Source;

public sealed class PlainYamlReaderTests
{
    private static readonly string[] Starts =
        ["id: ", "title:", "title: ", "labels: ", "labels:\n", "- ", "  - ", "  name: ", "  number:", "series:\n  name: ", "series: ", "# ", "", " ", "? ", "---", "a b: ", "\"id\": "];

    private static readonly string[] Values =
    [
        "x", "A day at work.", "it's", "1.10", "no", "~", "\"a: b # c\"", "'a: ''b'''", "\"q \\\" \\n \\\\\"", "\"\\u0041\"", "[a, b]", "[ a , 'b', \"c, d\", ]", "[a, [b]]",
        "[a\n  b]", "{name: G, number: 1}", "{name: G}", "{ name: 'G, H' , }", "{name: [a]}", "[a: b]", "[{a: b}]", "x:y", "x: y", "x #y", "x # y", "a, b", "a]", "-", "- x", "-x",
        "?x", ":x", "&a x", "*a", "!t x", "|\n  x", ">\n  x", "%x", "@x", "`x`", "\"open", "'open", "\"a\" b", "\"a\"#b", "[a] b", "[a]#b", "[a] # b", "{a}", "[,]", "[a,,b]", "{}",
        "[]", "[ ]", "x\n  y", "é", "a\tb", "a:", "\"\"", "''", "x  ",
    ];

    /// <summary>The oracle is YamlDotNet: wherever the reader for plain YAML gives an answer, it must be the same one.</summary>
    [Fact]
    public void It_agrees_with_YamlDotNet_wherever_it_reads()
    {
        var (read, left) = (0, 0);
        for (var seed = 0; seed < 12_000; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var n = random.Next(1, 5); n > 0; n--)
            {
                text.Append(Starts[random.Next(Starts.Length)]).Append(Values[random.Next(Values.Length)]).Append(random.Next(20) == 0 ? string.Empty : "\n");
            }

            var yaml = text.ToString();
            if (PlainYamlReader.TryRead(yaml, 2) is not { } plain)
            {
                left++;
                continue;
            }

            read++;
            var oracle = YamlEventReader.Read(yaml, "x", 2);
            Assert.True(Show(plain) == Show(oracle), $"seed {seed}:\n{yaml}\n{Show(plain)}\n{Show(oracle)}");
        }

        Assert.True(read > 500 && left > 500, $"{read} read, {left} left");
    }

    [Theory]
    [InlineData("id: x\ntitle: \"A: b\"\nlabels: [a, 'b']\nseries: {name: G, number: 1}\nsummary: Some words.\n")]
    [InlineData("labels:\n  - a\n  - b # c\nseries:\n  name: G\n  number: 1\n")]
    public void The_usual_forms_need_no_other_reader(string yaml) => Assert.NotNull(PlainYamlReader.TryRead(yaml, 2));

    private static string Show(YamlValue value) => value switch
    {
        YamlValue.Text text => $"{text.Line}{(text.Plain ? "p" : "q")}<{text.Value}>",
        YamlValue.Items list => $"{list.Line}[{string.Join(',', list.Values.Select(Show))}]",
        YamlValue.Map map => $"{{{string.Join(',', map.Entries.Select(entry => $"{entry.Line}<{entry.Key}>={Show(entry.Value)}"))}}}",
        _ => throw new InvalidOperationException(),
    };
}
