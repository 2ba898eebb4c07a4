namespace Blog.Bench;

/// <summary>Reads <c>--name value</c> from a benchmark's arguments.</summary>
internal static class Options
{
    /// <summary>The value after the first such name; null where it is not given or nothing follows it.</summary>
    public static string? Find(IReadOnlyList<string> arguments, string name)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i] == name)
            {
                return arguments[i + 1];
            }
        }

        return null;
    }
}
