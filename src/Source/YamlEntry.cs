namespace Blog.Source;

/// <summary>A key and its value in a YAML map.</summary>
/// <param name="Key">The key's text.</param>
/// <param name="Line">Line of the key in the file, from 1.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(string Key, int Line, YamlValue Value);
