namespace Blog.Source;

/// <summary>A YAML value as the files of a blog folder may hold it: text, list or map, and nothing that refers to anything else. Every scalar is text ("no" stays "no").</summary>
/// <param name="Line">Line in the file, from 1.</param>
internal abstract record YamlValue(int Line)
{
    /// <summary>A scalar.</summary>
    /// <param name="Value">Its text.</param>
    /// <param name="Plain">Whether it stood without quotes, so that <c>~</c> and <c>null</c> mean nothing and <c>true</c> is a switch.</param>
    /// <param name="Line">As in <see cref="YamlValue"/>.</param>
    internal sealed record Text(string Value, bool Plain, int Line) : YamlValue(Line)
    {
        /// <summary>Whether it says that there is no value.</summary>
        public bool IsNull => Plain && Value is "" or "~" or "null" or "Null" or "NULL";
    }

    /// <summary>A list.</summary>
    internal sealed record Items(IReadOnlyList<YamlValue> Values, int Line) : YamlValue(Line);

    /// <summary>A map, in the order of the file; keys may repeat here and are refused by <see cref="YamlFields"/>.</summary>
    internal sealed record Map(IReadOnlyList<YamlEntry> Entries, int Line) : YamlValue(Line);
}
