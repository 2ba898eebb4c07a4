namespace Blog.Tests.Browser;

/// <summary>A test that asks the Nu HTML checker; skipped where it or Java is missing.</summary>
public sealed class NuFactAttribute : FactAttribute
{
    public NuFactAttribute()
    {
        if (!File.Exists(Jar) || !(Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "java"))))
        {
            Skip = "the Nu HTML checker (tests/tools/nu, by ./test.sh) or Java is missing";
        }
    }

    /// <summary>Where its packages are, and those with the sitemap's schema and schema.org's vocabulary.</summary>
    public static string Modules => Path.Combine(SharedMaterial.Project, "tests", "tools", "nu", "node_modules");

    public static string Jar => Path.Combine(Modules, "vnu-jar", "build", "dist", "vnu.jar");
}
