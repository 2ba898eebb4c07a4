using Blog.Import.Zip;

namespace Blog.Tests.Import.Zip;

public sealed class HostileZipTests
{
    private const string Feed = "Takeout/Blogger/Blogs/a/feed.atom";

    // What each zip of data/hostile/zip comes to: its readable entries, its refused ones and why; or why the whole is refused.
    [SharedTheory]
    [InlineData("bomb-deflate-100mb.zip", "0 read; TooLarge")]
    [InlineData("bomb-nested-5.zip", "8 read;")] // the inner zips are bytes, never opened
    [InlineData("bomb-overlap.zip", "Damaged")]
    [InlineData("lying-size.zip", "1 read; entry Damaged")]
    [InlineData("dup-names.zip", "0 read; SameName SameName")]
    [InlineData("case-clash.zip", "2 read;")]
    [InlineData("symlink.zip", "0 read; Link")]
    [InlineData("many-entries-60k.zip", "60000 read;")]
    [InlineData("truncated.zip", "Damaged")]
    [InlineData("prepended-junk.zip", "1 read;")]
    [InlineData("encrypted-flag.zip", "1 read; entry Encrypted")] // its own header alone says so
    [InlineData("not-a-zip.zip", "Damaged")]
    [InlineData("slip-21.zip", "1 read; UnsafeName")] // a folder that holds bytes
    [InlineData("slip-22.zip", "2 read;")] // a hidden file's name is data
    [InlineData("slip-23.zip", "2 read;")]
    [InlineData("slip-24.zip", "2 read;")]
    [InlineData("slip-20.zip", "2 read;")]
    public void A_hostile_zip_is_refused_or_read_entry_by_entry(string file, string outcome) =>
        Assert.Equal(outcome, Outcome(SharedMaterial.File("data", "hostile", "zip", file)));

    [SharedFact]
    public void Every_name_that_leads_elsewhere_is_reported_and_the_feed_is_read()
    {
        foreach (var number in Enumerable.Range(0, 20).Append(25))
        {
            using var zip = File.OpenRead(SharedMaterial.File("data", "hostile", "zip", $"slip-{number:00}.zip"));
            var index = ZipIndex.Read(zip, ZipLimits.Archive);
            Assert.True(index.Entries.Select(entry => entry.Name).SequenceEqual([Feed]), $"slip-{number:00}");
            Assert.Equal(ZipFault.UnsafeName, Assert.Single(index.Refused).Fault);
        }
    }

    private static string Outcome(string path)
    {
        try
        {
            using var zip = File.OpenRead(path);
            var index = ZipIndex.Read(zip, ZipLimits.Archive);
            var faults = new List<string>(index.Refused.Select(refused => refused.Fault.ToString()));
            foreach (var entry in index.Entries.Where(entry => entry.Length > 0))
            {
                try
                {
                    using var stream = ZipEntryStream.Open(File.OpenRead(path), entry);
                    stream.CopyTo(Stream.Null);
                }
                catch (ZipException fault)
                {
                    faults.Add("entry " + fault.Fault);
                }
            }

            return $"{index.Entries.Count} read;{string.Concat(faults.Select(fault => " " + fault))}";
        }
        catch (ZipException fault)
        {
            return fault.Fault.ToString();
        }
    }
}
