namespace Blog.Tests.Release;

/// <summary>Lines of the case files of the release's tests, without comments and blank lines.</summary>
internal static class ReleaseCases
{
    public static IEnumerable<string> Lines(string file) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Release", "Cases", file))
        .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal));

    /// <summary>Lines of the form <c>text => expected</c>.</summary>
    public static TheoryData<string, string> Pairs(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in Lines(file))
        {
            var parts = line.Split(" => ");
            data.Add(parts[0], parts[1]);
        }

        return data;
    }
}
