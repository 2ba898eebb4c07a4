using System.Buffers;

namespace Blog.Model;

/// <summary>The one syntax of every public id: <c>[a-z0-9-]{1,40}</c>, so that an id is also a safe anchor, file name and attribute value.</summary>
internal static class IdSyntax
{
    public const int MaxLength = 40;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static bool IsValid(ReadOnlySpan<char> value) =>
        value.Length is > 0 and <= MaxLength && !value.ContainsAnyExcept(Allowed);
}
