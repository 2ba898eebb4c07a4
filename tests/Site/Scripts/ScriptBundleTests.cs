using System.IO.Compression;
using System.Text;
using Blog.Site.Scripts;

namespace Blog.Tests.Site.Scripts;

public sealed class ScriptBundleTests
{
    private const int EngineBudget = 30_000; // bytes of gzip: a third of what a first search may cost (issue 4)

    private static readonly Dictionary<string, string> Three = new(StringComparer.Ordinal)
    {
        ["one.js"] = "export const one = 1;",
        ["two.js"] = "import { one } from \"./one.js\";\n/** Doubled. */\nexport function two() {\n  return one + one;\n}",
        ["three.js"] = "import { two } from \"./two.js\";\nconst hidden = two();\nexport const three = () => hidden;",
    };

    private static readonly string[] Order = ["one.js", "two.js", "three.js"];

    [Fact]
    public void Modules_become_one_in_their_order() => Assert.Equal(
        "const one=1;\nfunction two(){return one+one;}\nconst hidden=two();const three=()=>hidden;\nexport{three,one};\n",
        ScriptBundle.Join("x", Three, Order, ["three", "one"]));

    [Fact]
    public void The_search_script_is_one_module_within_its_budget()
    {
        var bytes = ScriptBundle.Search();
        var script = Encoding.UTF8.GetString(bytes);
        using var small = new MemoryStream();
        using (var gzip = new GZipStream(small, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        Assert.DoesNotContain("from\"./", script, StringComparison.Ordinal);
        Assert.DoesNotContain("/**", script, StringComparison.Ordinal);
        Assert.Equal(1, script.Split("export{").Length - 1);
        Assert.InRange(small.Length, 1, EngineBudget);
        Assert.Equal(bytes, ScriptBundle.Search());
    }

    [Fact]
    public void A_module_that_stands_before_what_it_takes_is_refused() => Refused(Three, ["two.js", "one.js", "three.js"], ["three"], "two.js takes one from one.js, which does not stand before it");

    [Fact]
    public void A_name_that_is_taken_and_not_given_is_refused() => Refused(With("three.js", "import { hidden } from \"./two.js\";"), Order, ["one"], "three.js takes hidden from two.js, which does not give it");

    [Fact]
    public void Two_declarations_of_one_name_are_refused() => Refused(With("three.js", "function one() {}"), Order, ["one"], "three.js declares one, and so does one.js");

    [Fact]
    public void A_module_without_a_place_in_the_order_is_refused() => Refused(With("four.js", "f();"), Order, ["one"], "four.js is not in the written order");

    [Fact]
    public void A_place_in_the_order_without_a_module_is_refused() => Refused(Three, [.. Order, "four.js"], ["one"], "four.js is in the written order and not among its files");

    [Fact]
    public void A_file_that_should_give_what_no_module_gives_is_refused() => Refused(Three, Order, ["hidden"], "it should give hidden, and no module does");

    private static Dictionary<string, string> With(string name, string text) => new(Three, StringComparer.Ordinal) { [name] = text };

    private static void Refused(Dictionary<string, string> sources, string[] order, string[] exports, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => ScriptBundle.Join("x", sources, order, exports)).Message, StringComparison.Ordinal);
}
