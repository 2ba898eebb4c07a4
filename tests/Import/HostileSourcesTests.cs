using Blog.Import;
using NodaTime;

namespace Blog.Tests.Import;

/// <summary>Every hostile file through the one door of the importers: a refusal in plain words, or an account that balances; nothing is written, and nothing is unpacked to the disk.</summary>
public sealed class HostileSourcesTests
{
    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        if (SharedMaterial.Root is not null)
        {
            foreach (var folder in new[] { "zip", "xml", "encoding", "yaml" })
            {
                foreach (var file in Directory.EnumerateFiles(SharedMaterial.File("data", "hostile", folder)).Order(StringComparer.Ordinal))
                {
                    files.Add(folder, Path.GetFileName(file));
                }
            }
        }

        return files;
    }

    [SharedTheory]
    [MemberData(nameof(Files))]
    public void A_hostile_file_is_refused_or_accounted_for(string folder, string name)
    {
        try
        {
            foreach (var job in Importers.Open(SharedMaterial.File("data", "hostile", folder, name), DateTimeZone.Utc).Jobs)
            {
                foreach (var _ in job.Read())
                {
                    // Counted by the ledger.
                }

                Assert.True(job.Ledger.Balances);
            }
        }
        catch (ImportException refused)
        {
            Assert.Contains(name.StartsWith("slip-", StringComparison.Ordinal) ? "zip" : name, refused.Message, StringComparison.Ordinal);
        }
    }

    [SharedTheory]
    [InlineData("bomb-deflate-100mb.zip")]
    [InlineData("bomb-overlap.zip")]
    [InlineData("lying-size.zip")]
    [InlineData("dup-names.zip")]
    [InlineData("symlink.zip")]
    [InlineData("truncated.zip")]
    [InlineData("encrypted-flag.zip")]
    public void A_zip_that_lies_never_ends_as_if_all_were_well(string name)
    {
        ImportSources sources;
        try
        {
            sources = Importers.Open(SharedMaterial.File("data", "hostile", "zip", name), DateTimeZone.Utc);
        }
        catch (ImportException)
        {
            return;
        }

        foreach (var job in sources.Jobs)
        {
            try
            {
                foreach (var _ in job.Read())
                {
                    // Counted by the ledger.
                }

                Assert.Equal(1, job.Ledger.ExitCode);
            }
            catch (ImportException)
            {
                // Refused while it was read.
            }
        }
    }
}
