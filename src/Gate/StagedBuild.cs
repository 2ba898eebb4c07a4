using Blog.Gate.Reuse;
using Blog.Search.Index;
using Blog.Site;

namespace Blog.Gate;

/// <summary>A site that was built and checked, and is not published yet. Disposed of unpublished, it is gone, and what is published is as it was.</summary>
/// <remarks>No other build of the blog can begin while there is one.</remarks>
public sealed class StagedBuild : IDisposable
{
    private readonly StagingFolder _staging;
    private readonly BuildRequest _request;
    private readonly GateReuse _reuse;
    private readonly IndexReuse _index;

    internal StagedBuild(StagingFolder staging, BuildRequest request, BuildReport report, GateReuse reuse, IndexReuse index)
    {
        _staging = staging;
        _request = request;
        Report = report;
        _reuse = reuse;
        _index = index;
    }

    /// <summary>Absolute path of the folder it lies in.</summary>
    public string Folder => _staging.Path;

    /// <summary>What was built and found.</summary>
    public BuildReport Report { get; }

    /// <summary>What the safety check said.</summary>
    public GateResult Gate => Report.Gate;

    /// <summary>Puts the site in the place of <c>output/</c>.</summary>
    /// <exception cref="InvalidOperationException">The safety check found something: such a site is never published.</exception>
    public BuildReport Publish()
    {
        if (Gate.Findings.Count > 0)
        {
            throw new InvalidOperationException("A site in which the safety check found something is not published.");
        }

        _index.Forget();
        var published = _staging.Publish(_request.Durable);
        _reuse.Save();
        _index.Keep();
        return Report with { SetAside = published.SetAside };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _index.Dispose();
        _staging.Dispose();
    }
}
