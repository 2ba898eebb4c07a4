using Blog.Import;
using NodaTime;

namespace Blog.Tests.Import.Captures;

/// <summary>Captures through the one way into the importers, with their ledger.</summary>
public sealed class CaptureImportTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [SharedFact]
    public void The_folder_of_captures_imports_with_balanced_ledgers()
    {
        var sources = Importers.Open(SharedMaterial.File("captures"), London);
        Assert.Equal(5, sources.Jobs.Count);
        Assert.Empty(sources.Refused);
        Assert.Single(sources.PassedOver); // its README
        var published = 0L;
        foreach (var job in sources.Jobs)
        {
            Assert.Equal(SourceKind.Capture, job.Kind);
            var entries = job.Read().ToList();
            var source = Assert.IsType<ImportedSource>(entries[0]);
            Assert.Equal(Path.GetFileNameWithoutExtension(job.Name), source.Key);
            Assert.True(job.Ledger.Balances);
            Assert.Equal(0, job.Ledger.ExitCode);
            Assert.Empty(job.Ledger.Findings);
            published += job.Ledger.Count("comments, published");
        }

        Assert.Equal(75, published);
    }

    [Fact]
    public void A_text_is_a_capture_by_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("captures-");
        try
        {
            const string Page = "Tuesday 24 May 2022\n\nA Title\n\nText.\n";
            File.WriteAllText(Path.Combine(folder.FullName, "page.txt"), Page);
            File.WriteAllText(Path.Combine(folder.FullName, "page.md"), Page);
            var sources = Importers.Open(folder.FullName, London);
            Assert.Equal("page.txt", Path.GetFileName(Assert.Single(sources.Jobs).Name));
            Assert.Equal("page.md", Path.GetFileName(Assert.Single(sources.PassedOver)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
