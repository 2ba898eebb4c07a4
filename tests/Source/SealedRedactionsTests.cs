using System.Security.Cryptography;
using System.Text;
using Blog.Source;

namespace Blog.Tests.Source;

public sealed class SealedRedactionsTests
{
    private static readonly SealKey Key = MakeKey();

    [Fact]
    public void The_filters_hash_is_SipHash_by_its_authors_vectors()
    {
        var hash = new SipHash([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
        Assert.Equal(0x726fdb47dd0e0e31UL, hash.Of([]));
        Assert.Equal(0x74f839c593dc67fdUL, hash.Of([0]));
        Assert.Equal(0x93f5f5799a932462UL, hash.Of([0, 1, 2, 3, 4, 5, 6, 7]));
        Assert.Equal(0xa129ca6149be45e5UL, hash.Of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]));
    }

    [Fact]
    public void A_file_is_read_as_it_was_written()
    {
        var entry = new byte[32];
        entry[0] = 7;
        var file = Make([5, 9], [entry]);
        var read = SealedRedactions.Parse(file.ToBytes(), "x");
        Assert.Equal(file.ToBytes(), read.ToBytes());
        Assert.True(read.HasNumber(5) && read.HasNumber(9) && !read.HasNumber(6));
        Assert.True(read.HasEntry(entry));
        entry[0] = 8;
        Assert.False(read.HasEntry(entry));
    }

    [Fact]
    public void Every_number_of_a_large_filter_is_found_wherever_it_lies()
    {
        ulong[] numbers = [0, 1, ulong.MaxValue, .. Enumerable.Range(0, 3000).Select(i => (ulong)i * 0x123456789ABCDUL), .. Enumerable.Range(0, 500).Select(i => (ulong)i + 77)];
        var file = Make(numbers.Distinct().ToList(), []);
        Assert.All(numbers, number => Assert.True(file.HasNumber(number)));
    }

    [Fact]
    public void Both_parts_are_padded_to_powers_of_two_so_that_few_look_like_many()
    {
        Assert.Equal((256, 256), Counts(Make([1], [])));
        Assert.Equal((256, 256), Counts(Make(Numbers(256), [])));
        Assert.Equal((512, 256), Counts(Make(Numbers(257), [])));
        Assert.Equal(Make([1], []).ToBytes().Length, Make(Numbers(200), []).ToBytes().Length);

        static (int, int) Counts(SealedRedactions file) => (file.FilterCount, file.EntryCount);
        static List<ulong> Numbers(int count) => [.. Enumerable.Range(1, count).Select(i => (ulong)i)];
    }

    [Fact]
    public void What_is_not_whole_is_refused()
    {
        var bytes = Make([5], []).ToBytes();
        Refused([]);
        Refused(bytes[..^1]);
        Refused([.. bytes, 0]);
        Refused(With(bytes, 15, (byte)'2')); // version
        Refused(With(bytes, 17 + 32, 40)); // a count that would fill the memory
        Refused(With(bytes, 17 + 32 + 1, 0));
        var swapped = bytes.ToArray();
        swapped.AsSpan(^64..^32).CopyTo(swapped.AsSpan(^32..));
        swapped[^32] = 0;
        Refused(swapped); // not sorted

        static void Refused(byte[] bytes) => Assert.Throws<SourceException>(() => SealedRedactions.Parse(bytes, "redactions.sealed"));
        static byte[] With(byte[] bytes, int at, byte value)
        {
            var changed = bytes.ToArray();
            changed[at] = value;
            return changed;
        }
    }

    [Fact]
    public void One_form_has_another_entry_in_every_scope_and_under_every_salt()
    {
        var code = new SealCode(Key, new byte[32]);
        var other = new SealCode(Key, Enumerable.Repeat((byte)1, 32).ToArray());
        string[] entries = [Entry(code, SealScope.Everywhere), Entry(code, SealScope.Unit("c1")), Entry(code, SealScope.Thread("c1")), Entry(code, SealScope.Unit("c2")), Entry(other, SealScope.Everywhere)];
        Assert.Equal(5, entries.Distinct().Count());
        Assert.NotEqual(code.Filter("linnetquay"), other.Filter("linnetquay"));
        Assert.Equal(entries[0], Entry(new SealCode(Key, new byte[32]), SealScope.Everywhere));

        static string Entry(SealCode code, string scope)
        {
            var entry = new byte[SealCode.EntryLength];
            code.Entry(scope, "linnetquay", entry);
            return Convert.ToHexString(entry);
        }
    }

    /// <summary>Worked out by hand from RFC 5869 and RFC 2104 with the framework's HMAC alone, so that the code cannot change unnoticed and strand every sealed file.</summary>
    [Fact]
    public void The_code_is_HKDF_and_HMAC_as_the_page_says()
    {
        var salt = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        var root = HMACSHA256.HashData(salt, Convert.FromBase64String(Text));
        var scopeKey = HMACSHA256.HashData(root, Step("subrosa redactions.sealed 1 scope unit c1"));
        var filterKey = HMACSHA256.HashData(root, Step("subrosa redactions.sealed 1 filter"))[..16];
        var entry = new byte[32];
        var code = new SealCode(Key, salt);
        code.Entry(SealScope.Unit("c1"), "quay", entry);
        Assert.Equal(HMACSHA256.HashData(scopeKey, Encoding.Unicode.GetBytes("quay")), entry);
        Assert.Equal(new SipHash(filterKey).Of(Encoding.Unicode.GetBytes("quay")), code.Filter("quay"));

        static byte[] Step(string info) => [.. Encoding.UTF8.GetBytes(info), 1];
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a phrase that somebody made up")]
    [InlineData("AAAA")]
    public void A_key_is_32_bytes_of_base64_and_nothing_else(string? text) => Assert.False(SealKey.TryParse(text, out _));

    [Fact]
    public void A_key_that_is_made_can_be_read_and_is_never_printed()
    {
        using var random = RandomNumberGenerator.Create();
        var text = SealKey.Make(random);
        Assert.True(SealKey.TryParse(text + "\n", out var key));
        Assert.DoesNotContain(text, key.ToString(), StringComparison.Ordinal);
    }

    private const string Text = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static SealKey MakeKey()
    {
        Assert.True(SealKey.TryParse(Text, out var key));
        return key;
    }

    private static SealedRedactions Make(IReadOnlyCollection<ulong> filter, IReadOnlyCollection<byte[]> entries)
    {
        var next = 0;
        return SealedRedactions.Make(new byte[32], filter, entries, bytes =>
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)(next++ * 151 >> 3);
            }
        });
    }
}
