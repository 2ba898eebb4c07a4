using System.Globalization;

namespace Blog.Source;

/// <summary>Something in a blog folder that a person, or <c>check --fix</c>, should put right.</summary>
/// <param name="Path">Path within <c>input/</c>, with <c>/</c>.</param>
/// <param name="Line">Line in the file, from 1; 0 where the finding is about the file as a whole.</param>
/// <param name="Rule">A fixed word for the kind of finding, e.g. <c>thread-order</c>.</param>
/// <param name="Message">What is wrong, what was expected and what to do, without path and line; never text of a comment.</param>
/// <param name="Fixable">Whether <c>check --fix</c> mends it without losing anything a person should have seen first.</param>
public sealed record SourceFinding(string Path, int Line, string Rule, string Message, bool Fixable)
{
    /// <summary><c>path:line: message</c>, as every verb prints it.</summary>
    public override string ToString() => Line == 0
        ? $"{Path}: {Message}"
        : string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}: {Message}");

    /// <summary>Orders findings for a report: by file, line, rule.</summary>
    internal static int Compare(SourceFinding left, SourceFinding right)
    {
        var byPath = string.CompareOrdinal(left.Path, right.Path);
        if (byPath != 0)
        {
            return byPath;
        }

        var byLine = left.Line.CompareTo(right.Line);
        return byLine != 0 ? byLine : string.CompareOrdinal(left.Rule, right.Rule);
    }
}
