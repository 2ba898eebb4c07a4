using Blog.Bench.Import;

namespace Blog.Tests.Import;

/// <summary>A slice of the campaign of docs/reliability.md, with a fixed seed.</summary>
public sealed class ExportMutationsTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SharedFact]
    public void Damaged_exports_give_a_balanced_account_or_a_refusal_and_nothing_else()
    {
        var outcome = ExportMutations.Run(SharedMaterial.File("data", "exports"), _temporary.Root, 1_500, seed: 20);

        Assert.True(outcome.Faults.Count == 0, string.Join('\n', outcome.Faults.Take(10)));
        Assert.Equal(1_500, outcome.Read + outcome.Refused);
        Assert.True(outcome is { Read: > 150, Refused: > 50, WithLosses: > 100 });
    }
}
