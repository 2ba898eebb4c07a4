using Blog.Gate;
using Blog.Release;
using Blog.Site;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>The verbs that the console runs, given to it by the command line: the very code that runs there, over the store that is open here.</summary>
public sealed record DeskVerbs
{
    /// <summary>Runs a verb.</summary>
    /// <param name="store">The open private store.</param>
    /// <param name="output">Takes the lines that the verb prints.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="token">Stops it.</param>
    /// <returns>Its exit code.</returns>
    public delegate Task<int> Verb(VaultStore store, TextWriter output, IProgress<BuildStep> progress, CancellationToken token);

    /// <summary><c>import</c> of a path; the second argument holds everything back from release until it was reviewed.</summary>
    public required Func<string, bool, Verb> Import { get; init; }

    /// <summary><c>release</c>, of all that may go out, of finished years or of finished threads alone.</summary>
    public required Func<UnfinishedPolicy, Verb> Release { get; init; }

    /// <summary>The first half of <c>build</c>: the site built and checked in its staging folder.</summary>
    public required Func<VaultStore, TextWriter, IProgress<BuildStep>, CancellationToken, Task<StagedBuild>> Stage { get; init; }

    /// <summary>The second half: the checked site in the place of <c>output/</c>. Gives the exit code.</summary>
    public required Func<StagedBuild, TextWriter, int> Publish { get; init; }

    /// <summary><c>takedown now</c> of posts and comments by name.</summary>
    public required Func<IReadOnlyList<VaultHandle>, Verb> TakeDown { get; init; }

    /// <summary><c>takedown find</c>: where copies of posts and comments lie.</summary>
    public required Func<IReadOnlyList<VaultHandle>, Verb> FindCopies { get; init; }

    /// <summary><c>takedown erase</c> of posts and comments; without the second argument it is rehearsed.</summary>
    public required Func<IReadOnlyList<VaultHandle>, bool, Verb> Erase { get; init; }

    /// <summary>The folder of the packet that the console is open over: it brings nothing in, writes no public files and publishes nothing. Null for a blog's own store.</summary>
    public string? PacketOf { get; init; }

    /// <summary>A message for an exception, as the command line would print it, and the exit code.</summary>
    public required Func<Exception, (string Message, int ExitCode)> Explain { get; init; }
}
