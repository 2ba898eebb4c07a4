namespace Blog.Bench.Search;

/// <summary>Prints the units of a built site as lines of JSON.</summary>
internal static class UnitsCommand
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 1 || !Directory.Exists(arguments[0]))
        {
            Console.Error.WriteLine("Use: units SITE > docs.jsonl");
            return 2;
        }

        using var output = Console.OpenStandardOutput();
        using var buffered = new BufferedStream(output, 1 << 16);
        OracleUnits.Write(OracleUnits.Read(Path.GetFullPath(arguments[0])), buffered);
        return 0;
    }
}
