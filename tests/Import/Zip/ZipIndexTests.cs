using System.Globalization;
using System.Text;
using Blog.Import.Zip;

namespace Blog.Tests.Import.Zip;

public sealed class ZipIndexTests
{
    private const string Listed = "PK\x01\x02";
    private const string End = "PK\x05\x06";

    [Fact]
    public void Entries_are_listed_by_name_and_read_whole()
    {
        var zip = ZipSamples.Of(("b/feed.atom", new string('a', 300_000)), ("b/", string.Empty), ("a é.txt", "one"));

        var index = Index(zip);

        Assert.Equal(["a é.txt", "b/feed.atom"], index.Entries.Select(entry => entry.Name));
        Assert.Empty(index.Refused);
        Assert.Equal("one", Text(zip, index.Entries[0]));
        Assert.Equal(300_000, Text(zip, index.Entries[1]).Length);
    }

    [Theory]
    [InlineData("../evil.txt", "its name leads out of the archive")]
    [InlineData("a/../../evil.txt", "its name leads out of the archive")]
    [InlineData("..\\evil.txt", "its name leads out of the archive")]
    [InlineData("....//evil.txt", "its name leads out of the archive")]
    [InlineData("%2e%2e/evil.txt", "its name leads out of the archive")]
    [InlineData("..%c0%afevil.txt", "its name leads out of the archive")]
    [InlineData("\uFF0E\uFF0E/evil.txt", "its name leads out of the archive")]
    [InlineData("\u2025/evil.txt", "its name leads out of the archive")]
    [InlineData("/etc/evil.txt", "its name is a place on a machine, not in the archive")]
    [InlineData("C:evil.txt", "its name is a place on a machine, not in the archive")]
    [InlineData("a.txt:stream", "its name is a place on a machine, not in the archive")]
    [InlineData("a/NUL.atom", "its name means something else on other systems")]
    [InlineData("a. /b", "its name means something else on other systems")]
    [InlineData("a\u202Etxt.exe", "its name holds characters that cannot be seen")]
    [InlineData("a\u0000.atom", "its name holds characters that cannot be seen")]
    public void A_name_that_leads_elsewhere_is_refused_by_itself(string name, string why)
    {
        var index = Index(ZipSamples.Of(("feed.atom", "x"), (name, "evil")));

        Assert.Equal("feed.atom", Assert.Single(index.Entries).Name);
        var refused = Assert.Single(index.Refused);
        Assert.Equal((ZipFault.UnsafeName, why), (refused.Fault, refused.Why));
        Assert.DoesNotContain(refused.ShownName, char.IsControl);
    }

    [Theory]
    [InlineData("Takeout/Blogger/Blogs/Ferry notes & tides (2)/feed.atom")]
    [InlineData("a/CONTENTS.txt")]
    [InlineData("a...b/x(1).jpg")]
    [InlineData("caf\u00E9/-rf")]
    [InlineData("50%25 off.html")]
    public void An_ordinary_name_is_read(string name) => Assert.Equal(name, Assert.Single(Index(ZipSamples.Of((name, "x"))).Entries).Name);

    [Fact]
    public void Two_entries_of_one_name_are_both_refused_and_two_in_other_letter_case_are_two()
    {
        var index = Index(ZipSamples.Of(("a", "1"), ("b", "2"), ("a", "3"), ("B", "4")));

        Assert.Equal(["B", "b"], index.Entries.Select(entry => entry.Name));
        Assert.Equal([ZipFault.SameName, ZipFault.SameName], index.Refused.Select(refused => refused.Fault));
    }

    [Fact]
    public void A_length_that_is_too_short_does_not_hide_the_rest()
    {
        var zip = ZipSamples.Bent(ZipSamples.Of(("a", new string('x', 50_000))), Listed, 24, 10, 4);

        Assert.Equal("it is longer than the list of entries says", Assert.Throws<ZipException>(() => Text(zip, Index(zip).Entries[0])).Message);
    }

    [Fact]
    public void A_length_that_is_too_long_is_said()
    {
        var zip = ZipSamples.Bent(ZipSamples.Of(("a", new string('x', 50_000))), Listed, 24, 60_000, 4);

        Assert.Equal("it is shorter than the list of entries says", Assert.Throws<ZipException>(() => Text(zip, Index(zip).Entries[0])).Message);
    }

    [Fact]
    public void A_wrong_check_sum_is_said_and_salvaging_gives_the_bytes_with_the_fault()
    {
        var zip = ZipSamples.Bent(ZipSamples.Of(("a", "words")), Listed, 16, 1, 4);
        var entry = Index(zip).Entries[0];

        Assert.Throws<ZipException>(() => Text(zip, entry));
        using var salvaging = ZipEntryStream.Open(new MemoryStream(zip), entry, salvages: true);
        using var reader = new StreamReader(salvaging);
        Assert.Equal("words", reader.ReadToEnd());
        Assert.Equal("its check sum is not that of its bytes", salvaging.Fault?.Message);
    }

    [Fact]
    public void Broken_packed_bytes_are_a_fault_and_no_crash()
    {
        var zip = ZipSamples.Of(("a", string.Concat(Enumerable.Range(0, 5_000).Select(number => number.ToString(CultureInfo.InvariantCulture)))));
        zip.AsSpan(200, 60).Fill(0xFF);

        Assert.Throws<ZipException>(() => Text(zip, Index(zip).Entries[0]));
    }

    [Fact]
    public void A_second_name_in_the_entrys_own_header_is_a_fault()
    {
        var zip = ZipSamples.Of(("aaaa", "x"));
        zip[zip.AsSpan().IndexOf("aaaa"u8)] = (byte)'b';

        Assert.Equal("it has two names", Assert.Throws<ZipException>(() => Text(zip, Index(zip).Entries[0])).Message);
    }

    [Theory]
    [InlineData(Listed, 8, 1, ZipFault.Encrypted)]
    [InlineData(Listed, 10, 12, ZipFault.UnknownPacking)]
    public void An_entry_that_cannot_be_read_is_refused_by_itself(string signature, int offset, int value, ZipFault fault)
    {
        var index = Index(ZipSamples.Bent(ZipSamples.Of(("a", "1"), ("b", "2")), signature, offset, (uint)value, 2));

        Assert.Equal("b", Assert.Single(index.Entries).Name);
        Assert.Equal(fault, Assert.Single(index.Refused).Fault);
    }

    [Fact]
    public void A_link_is_never_followed()
    {
        var zip = ZipSamples.Of(("a", "/etc/passwd"));
        zip = ZipSamples.Bent(ZipSamples.Bent(zip, Listed, 4, 0x0314, 2), Listed, 38, 0xA1FF0000, 4);

        Assert.Equal(ZipFault.Link, Assert.Single(Index(zip).Refused).Fault);
    }

    [Fact]
    public void Entries_over_each_other_end_it()
    {
        var zip = ZipSamples.Of(("a", "11111"), ("b", "22222"));

        Assert.Throws<ZipException>(() => Index(ZipSamples.Bent(zip, Listed, 42, 0, 4, nth: 1)));
    }

    [Fact]
    public void Junk_before_the_first_entry_is_stepped_over()
    {
        byte[] zip = [.. "#!/bin/sh\nexit\n"u8, .. ZipSamples.Of(("a", "words"))];

        Assert.Equal("words", Text(zip, Index(zip).Entries[0]));
    }

    [Theory]
    [InlineData(10, 9, 2)] // more entries than there are
    [InlineData(10, 1, 2)] // fewer
    [InlineData(12, 5, 4)] // a shorter list
    [InlineData(16, 99_999, 4)] // a list beyond the end
    [InlineData(4, 1, 2)] // a part of several
    public void A_list_that_is_not_what_the_end_says_ends_it(int offset, int value, int bytes) =>
        Assert.Throws<ZipException>(() => Index(ZipSamples.Bent(ZipSamples.Of(("a", "1"), ("b", "2")), End, offset, (uint)value, bytes)));

    [Fact]
    public void A_zip_cut_anywhere_is_refused()
    {
        var zip = ZipSamples.Of(("a", "11111"), ("b", "22222"));
        for (var length = 0; length < zip.Length; length++)
        {
            Assert.Throws<ZipException>(() => Index(zip[..length]));
        }
    }

    [Fact]
    public void Any_byte_may_be_wrong_and_nothing_but_a_fault_or_the_true_bytes_comes()
    {
        var zip = ZipSamples.Of(("a", new string('1', 400)), ("b/c", "22222"));
        var random = new Random(47);
        for (var i = 0; i < 3_000; i++)
        {
            var changed = zip.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            try
            {
                foreach (var entry in Index(changed).Entries)
                {
                    Assert.True(Text(changed, entry) is var text && (text == new string('1', 400) || text == "22222"));
                }
            }
            catch (ZipException)
            {
                // Said in plain words.
            }
        }
    }

    // Each limit: at it everything is read, one past it is refused.
    [Fact]
    public void Limits_hold_to_the_byte()
    {
        var zip = ZipSamples.Of(("aaaaa", new string('x', 5_000)), ("bbb", "y"));
        var list = zip.Length - 22 - zip.AsSpan().IndexOf("PK\x01\x02"u8);
        Assert.Equal(2, Index(zip, new ZipLimits { MaximumEntries = 2 }).Entries.Count);
        Assert.Equal(ZipFault.TooManyEntries, Assert.Throws<ZipException>(() => Index(zip, new ZipLimits { MaximumEntries = 1 })).Fault);
        Assert.Equal(2, Index(zip, new ZipLimits { MaximumListBytes = list }).Entries.Count);
        Assert.Equal(ZipFault.TooManyEntries, Assert.Throws<ZipException>(() => Index(zip, new ZipLimits { MaximumListBytes = list - 1 })).Fault);
        Assert.Empty(Index(zip, new ZipLimits { MaximumNameBytes = 5 }).Refused);
        Assert.Equal(ZipFault.UnsafeName, Assert.Single(Index(zip, new ZipLimits { MaximumNameBytes = 4 }).Refused).Fault);
        Assert.Empty(Index(zip, new ZipLimits { MaximumEntryBytes = 5_000 }).Refused);
        Assert.Equal(ZipFault.TooLarge, Assert.Single(Index(zip, new ZipLimits { MaximumEntryBytes = 4_999 }).Refused).Fault);
        Assert.Empty(Index(zip, new ZipLimits { MaximumTotalBytes = 5_001 }).Refused);
        Assert.Equal(ZipFault.TooLarge, Assert.Throws<ZipException>(() => Index(zip, new ZipLimits { MaximumTotalBytes = 5_000 })).Fault);
        Assert.Empty(Index(zip, new ZipLimits { MaximumRatio = 10, RatioFrom = 5_000 }).Refused);
        Assert.Equal(ZipFault.TooLarge, Assert.Single(Index(zip, new ZipLimits { MaximumRatio = 10, RatioFrom = 4_999 }).Refused).Fault);
        Assert.Empty(Index(zip, new ZipLimits { MaximumRatio = 5_000, RatioFrom = 0 }).Refused);
    }

    private static ZipIndex Index(byte[] zip, ZipLimits? limits = null)
    {
        using var stream = new MemoryStream(zip);
        return ZipIndex.Read(stream, limits ?? ZipLimits.Archive);
    }

    private static string Text(byte[] zip, ZipEntry entry)
    {
        using var stream = ZipEntryStream.Open(new MemoryStream(zip), entry);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
