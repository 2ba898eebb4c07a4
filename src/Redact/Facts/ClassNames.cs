namespace Blog.Redact.Facts;

/// <summary>The names of what patterns may ask for with <c>@</c>, numbered, so that matching compares numbers.</summary>
internal sealed class ClassNames
{
    /// <summary>Classes that code recognises; their numbers are their places here.</summary>
    public static readonly string[] Computed = ["who", "poss", "n", "age", "year", "decade", "dur", "money", "name", "uni"];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Numbers the computed classes, then the lexicons.</summary>
    public ClassNames(IEnumerable<string> lexicons)
    {
        foreach (var name in Computed.Concat(lexicons))
        {
            _numbers.Add(name, _numbers.Count);
        }
    }

    /// <summary>How many classes there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The number of a class; false for a name that is none.</summary>
    public bool TryNumber(string name, out int number) => _numbers.TryGetValue(name, out number);

    /// <summary>The number of a class.</summary>
    public int Number(string name) => _numbers[name];
}
