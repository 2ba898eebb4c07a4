using Blog.Site.Scripts;

namespace Blog.Tests.Site.Scripts;

public sealed class ScriptModuleTests
{
    [Fact]
    public void Imports_and_exports_are_read_and_taken_out()
    {
        var module = ScriptModule.Read("x.js", """
            import { a, b } from "./one.js";
            import {
              c,
            } from "./two.js";

            const inner = 1;
            export const outer = (x) => { const y = import_(x); return y; };
            export async function* later() {}
            export class Thing { export() {} }
            let other
            """);

        Assert.Equal([("one.js", "a"), ("one.js", "b"), ("two.js", "c")], module.Imports);
        Assert.Equal(["outer", "later", "Thing"], module.Exports);
        Assert.Equal(["inner", "outer", "later", "Thing", "other"], module.Names);
        Assert.Equal(
            "const inner=1;const outer=(x)=>{const y=import_(x);return y;};async function*later(){}\nclass Thing{export(){}}\nlet other\n",
            ScriptShortener.Write(module.Code));
    }

    [Theory]
    [InlineData("import a from \"./a.js\";", "an import that is not read")]
    [InlineData("import * as a from \"./a.js\";", "an import that is not read")]
    [InlineData("import { a as b } from \"./a.js\";", "an import that is not read")]
    [InlineData("import { a } from \"https://example.org/a.js\";", "an import that is not read")]
    [InlineData("import { a } from \"./a.js\"\nf()", "an import that is not read")]
    [InlineData("import \"./a.js\";", "an import that is not read")]
    [InlineData("f(() => import(\"./a.js\"));", "an import that is not read")]
    [InlineData("export default f;", "an export that is not read")]
    [InlineData("export { a };", "an export that is not read")]
    [InlineData("export * from \"./a.js\";", "an export that is not read")]
    [InlineData("const { a } = b;", "takes names out of a value")]
    [InlineData("export const [a] = b;", "takes names out of a value")]
    [InlineData("const a = 1, b = 2;", "a comma outside of brackets")]
    [InlineData("{ var a; }", "a var")]
    [InlineData("f({", "ends within brackets")]
    public void Other_forms_are_refused(string script, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => ScriptModule.Read("x.js", script)).Message, StringComparison.Ordinal);
}
