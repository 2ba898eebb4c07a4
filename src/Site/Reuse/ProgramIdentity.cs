using Markdig;

namespace Blog.Site.Reuse;

/// <summary>What a page depends on besides what it is made of: this program, the renderer of Markdown, and the framework that encodes and packs.</summary>
public static class ProgramIdentity
{
    /// <summary>Changes with every build of the program that differs.</summary>
    public static string Current { get; } =
        $"{typeof(ProgramIdentity).Module.ModuleVersionId:N} {typeof(Markdown).Module.ModuleVersionId:N} {Environment.Version}";
}
