namespace Blog.Source;

/// <summary>A file of a blog folder cannot be read with certainty; the message names file, line, what is wrong and what to do.</summary>
public sealed class SourceException : Exception
{
    /// <summary>One problem.</summary>
    /// <param name="path">Path within <c>input/</c>.</param>
    /// <param name="line">Line, from 1; 0 for the whole file.</param>
    /// <param name="message">What is wrong and what to do, without path and line.</param>
    public SourceException(string path, int line, string message)
        : this([new SourceFinding(path, line, "unreadable", message, Fixable: false)])
    {
    }

    /// <summary>Everything found wrong in one run; at least one.</summary>
    public SourceException(IReadOnlyList<SourceFinding> problems)
        : base(string.Join('\n', problems.Select(problem => problem.ToString()))) =>
        Problems = problems;

    /// <summary>The problems, sorted by file and line.</summary>
    public IReadOnlyList<SourceFinding> Problems { get; }
}
