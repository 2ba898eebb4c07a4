using Blog.Bench.Search;

namespace Blog.Tests.Search;

/// <summary>A test that asks Lucene 8.8.1, and is skipped with a plain message where it, Java or the shared material is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute() => Skip = OracleAnalysis.Missing(SharedMaterial.Root);
}
