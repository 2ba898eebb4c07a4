using Blog.Site.Scripts;

namespace Blog.Tests.Site.Scripts;

public sealed class ScriptShortenerTests
{
    [Theory]
    [InlineData("const a = 1;\n  const b = 2;\n", "const a=1;const b=2;\n")]
    [InlineData("// why\nf(); // because\n/* and\nso */ g();", "f();g();\n")]
    [InlineData("a/* between */b", "a b\n")]
    [InlineData("a/* between\n */b", "a\nb\n")]
    [InlineData("/*! licence */\nf();", "/*! licence */\nf();\n")]
    [InlineData("f();\n/*! licence */ g();", "f();\n/*! licence */\ng();\n")]
    public void Comments_and_blanks_go_but_a_licence(string script, string expected) => Assert.Equal(expected, Short(script));

    [Theory]
    [InlineData("let a = b\n(c)", "let a=b\n(c)\n")]
    [InlineData("return\nx", "return\nx\n")]
    [InlineData("i\n++\nj", "i\n++\nj\n")]
    [InlineData("if (a) {\n  b()\n}\nc()", "if(a){b()}\nc()\n")]
    [InlineData("f(\n  a,\n  b,\n);", "f(a,b,);\n")]
    public void A_line_end_stays_where_it_may_end_a_statement(string script, string expected) => Assert.Equal(expected, Short(script));

    [Theory]
    [InlineData("a + +b - -c", "a+ +b- -c\n")]
    [InlineData("a++ + b", "a++ +b\n")]
    [InlineData("a / /b/.exec(c)", "a/ /b/.exec(c)\n")]
    [InlineData("1 .toFixed()", "1 .toFixed()\n")]
    [InlineData("typeof x in y", "typeof x in y\n")]
    [InlineData("/a/g in b", "/a/g in b\n")]
    [InlineData("#x in y", "#x in y\n")]
    [InlineData("case \"a\" : return [ 1 ]", "case\"a\":return[1]\n")]
    [InlineData("a ? .5 : 1", "a?.5:1\n")]
    public void A_blank_stays_where_two_tokens_would_become_one(string script, string expected) => Assert.Equal(expected, Short(script));

    [Theory]
    [InlineData("\"a  // b\"")]
    [InlineData("'it\\'s  /* not */'")]
    [InlineData("`a  ${b  + `c  // ${\"}\"}`}  // d`")]
    [InlineData("`two\n  lines`")]
    [InlineData("/[/\\]]  \\/ {2}/y")]
    public void What_is_in_strings_templates_and_regular_expressions_stays(string literal) => Assert.Equal($"f({literal});\n", Short($"f( {literal} ) ;"));

    [Theory]
    [InlineData("a = b / c / d", "a=b/c/d\n")]
    [InlineData("(a) / b /c", "(a)/b/c\n")]
    [InlineData("if (a) / b  c/.test(d)", "if(a)/ b  c/.test(d)\n")]
    [InlineData("a[0] / b  / c", "a[0]/b/c\n")]
    [InlineData("return / b  c/", "return/ b  c/\n")]
    [InlineData("a.return / b  / c", "a.return/b/c\n")]
    [InlineData("`a` / b  / c", "`a`/b/c\n")]
    [InlineData("1e-5 - 0x1e - 2", "1e-5-0x1e-2\n")]
    public void A_division_is_told_from_a_regular_expression(string script, string expected) => Assert.Equal(expected, Short(script));

    [Theory]
    [InlineData("f();\n/* open", "line 2 a comment does not end")]
    [InlineData("f('open\n')", "line 1 a string does not end")]
    [InlineData("f(`open ${a}", "line 1 a template does not end")]
    [InlineData("a = /open\n/", "line 1 a regular expression does not end")]
    [InlineData("f();\n\n{} / 2", "line 3 a slash after a closing brace")]
    [InlineData("a++ / 2", "line 1 a slash after ++")]
    [InlineData("f())", "line 1 a parenthesis is closed")]
    [InlineData("\u00E9 = 1", "line 1 it holds a character outside ASCII")]
    public void What_cannot_be_told_is_refused(string script, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => Short(script)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_tokens_of_a_module_are_the_module() =>
        Assert.All(ScriptBundle.SearchSources(), module => Assert.Equal(module.Value, string.Concat(ScriptTokenizer.Read(module.Key, module.Value).Select(token => token.Text))));

    [Fact]
    public void What_is_short_cannot_be_shortened()
    {
        Assert.All(ScriptBundle.SearchSources(), module =>
        {
            var once = Short(module.Value);
            Assert.Equal(once, Short(once));
        });
    }

    private static string Short(string script) => ScriptShortener.Write(ScriptTokenizer.Read("x.js", script));
}
