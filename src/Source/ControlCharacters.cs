using System.Buffers;

namespace Blog.Source;

/// <summary>The control characters that no text of a blog folder holds: C0 but tab, LF and CR, and DEL.</summary>
internal static class ControlCharacters
{
    /// <summary>The characters.</summary>
    public static readonly SearchValues<char> Values = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Append(0x7F).Where(code => code is not (0x09 or 0x0A or 0x0D)).Select(code => (char)code)]);
}
