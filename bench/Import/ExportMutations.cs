using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Blog.Bench.Threads;
using Blog.Import;
using NodaTime;

namespace Blog.Bench.Import;

/// <summary>
/// Damages real exports of every kind in the ways that disks, transfers, editors and enemies do, and imports them through the program's one door: whatever comes, it is a refusal in plain words or an account
/// that balances, and it comes soon.
/// </summary>
internal static class ExportMutations
{
    private const int Window = 24 * 1024; // of a large export: its beginning, a stretch of it and its end
    private const int WholeEvery = 50; // each so-manieth mutant is of a whole file
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    private static readonly string[] Pieces =
    [
        "<", ">", "&", "'", "\"", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<entry>", "</entry>", "<item>", "</item>", "<post>", "</post>", "<thread>", "</thread>", "</feed>", "</channel></rss>", "<wp:comment>", "</wp:comment>",
        "&#0;", "&#xD800;", "&#x110000;", "&nbsp;", "\0", "\u000B", "\uFFFF", "\u202E", "<!DOCTYPE feed [<!ENTITY a 'b'>]>", "<x:y z:a='1'/>", "</html>", "<script>alert(1)</script>", "<div>", "<li class=\"comment\" id=\"c1\">", "<table><tr><td>",
        "-----\n", "--------\n", "COMMENT:\n", "AUTHOR: ", "DATE: 99/99/9999 99:99:99 PM\n", "{", "}", "[", "]", ",", ":", "null", "1e999", "\\u0000", "\\uD800", "true", "\r\n", "\r", "\n", "--- comment\n", "0000-00-00 00:00:00", "9999999999999999999999",
        "-1", "tag:blogger.com,1999:blog-1.post-1", "2012-13-45T99:99:99Z", "xmlns='http://www.w3.org/2005/Atom'", "encoding='utf-7'", "encoding=\"utf-16\"", "PK\u0003\u0004", "PK\u0005\u0006", "\u00E2\u20AC\u2122", "[redacted: town]",
    ];

    /// <summary>What came of a campaign.</summary>
    /// <param name="Read">Mutants that were imported, well or with losses, with a balanced account.</param>
    /// <param name="WithLosses">Of them, those that ended with exit code 1.</param>
    /// <param name="Refused">Mutants of which nothing was read, with a message.</param>
    /// <param name="Faults">What must not happen: other exceptions, accounts that do not balance, more than 10 seconds.</param>
    /// <param name="Slowest">The longest any of them took.</param>
    /// <param name="Bytes">Bytes of all mutants.</param>
    /// <param name="ByKind">How many were read as which kind of source.</param>
    public sealed record Outcome(int Read, int WithLosses, int Refused, IReadOnlyList<string> Faults, TimeSpan Slowest, long Bytes, IReadOnlyDictionary<SourceKind, int> ByKind);

    private sealed record Original(string Name, byte[] Bytes);

    /// <summary>Runs a campaign.</summary>
    /// <param name="exports">Folder with real exports, with folders in it.</param>
    /// <param name="work">Folder for the mutant at hand.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed gives the same mutants.</param>
    /// <param name="until">Stops before the count is reached; null for never.</param>
    public static Outcome Run(string exports, string work, int count, ulong seed, TimeSpan? until = null)
    {
        var originals = Originals(exports);
        var whole = Stopwatch.StartNew();
        var (read, losses, refused, bytes) = (0, 0, 0, 0L);
        var slowest = TimeSpan.Zero;
        var faults = new List<string>();
        var kinds = new SortedDictionary<SourceKind, int>();
        for (var i = 0; i < count && (until is null || whole.Elapsed < until); i++)
        {
            var random = new StableRandom(seed + ((ulong)i * 0x9E3779B9UL));
            var original = originals[i % originals.Count];
            var mutant = Mutate(original, originals, random, isWhole: i % WholeEvery == 0);
            bytes += mutant.Length;
            var file = Path.Combine(work, original.Name);
            File.WriteAllBytes(file, mutant);
            var watch = Stopwatch.StartNew();
            try
            {
                var sources = Importers.Open(file, DateTimeZone.Utc);
                foreach (var job in sources.Jobs)
                {
                    foreach (var _ in job.Read())
                    {
                        // Counted by the ledger.
                    }

                    kinds[job.Kind] = kinds.GetValueOrDefault(job.Kind) + 1;
                    if (!job.Ledger.Balances)
                    {
                        faults.Add(Say(i, original, string.Create(CultureInfo.InvariantCulture, $"does not balance: {job.Ledger.In} in, {job.Ledger.Out} out")));
                    }

                    losses += job.Ledger.ExitCode == 0 ? 0 : 1;
                }

                read++;
            }
            catch (ImportException)
            {
                refused++;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                faults.Add(Say(i, original, error.ToString()));
            }

            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            if (watch.Elapsed > Slow)
            {
                faults.Add(Say(i, original, string.Create(CultureInfo.InvariantCulture, $"took {watch.Elapsed}")));
            }

            File.Delete(file);
        }

        return new Outcome(read, losses, refused, faults, slowest, bytes, kinds);
    }

    // The name of the original and the number of the mutant make it again; its text is somebody's.
    private static string Say(int number, Original original, string what) => string.Create(CultureInfo.InvariantCulture, $"mutant {number} of {original.Name}: {what}");

    private static List<Original> Originals(string exports)
    {
        var files = Directory.EnumerateFiles(exports, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".md").Order(StringComparer.Ordinal).ToList();
        List<Original> originals = [.. files.Select(file => new Original(Path.GetFileName(file), File.ReadAllBytes(file)))];
        if (files.FirstOrDefault(file => file.EndsWith("settings.csv", StringComparison.Ordinal)) is { } settings)
        {
            originals.Add(new Original("takeout.zip", Zip(Path.GetDirectoryName(settings)!))); // not null: a file in a folder
        }

        return originals;
    }

    private static byte[] Zip(string folder)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                var bytes = File.ReadAllBytes(file);
                using var entry = zip.CreateEntry("Takeout/Blogger/Blogs/A/" + Path.GetFileName(file)).Open();
                entry.Write(bytes.AsSpan(0, Math.Min(bytes.Length, Window)));
            }
        }

        return memory.ToArray();
    }

    private static byte[] Mutate(Original original, List<Original> others, StableRandom random, bool isWhole)
    {
        var bytes = new List<byte>(isWhole || original.Bytes.Length <= Window || original.Name.EndsWith(".zip", StringComparison.Ordinal) ? original.Bytes : Cut(original.Bytes, random));
        for (var damage = random.Between(1, 4); damage > 0 && bytes.Count > 0; damage--)
        {
            var at = random.Below(bytes.Count);
            switch (random.Below(12))
            {
                case 0:
                    bytes[at] = (byte)random.Below(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Below(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Between(1, 2_000), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Between(1, 2_000), bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    var other = random.Pick(others).Bytes;
                    var from = random.Below(other.Length + 1);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Between(1, 4_000), other.Length - from)));
                    break;
                case 6:
                    bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(random.Pick(Pieces)), random.Between(2, 3_000)).SelectMany(piece => piece).Take(60_000));
                    break;
                case 7:
                    Digits(bytes, at, random);
                    break;
                case 8 when random.Chance(15):
                    var text = Encoding.UTF8.GetString([.. bytes]);
                    bytes = [.. random.Below(3) switch { 0 => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)), 1 => Encoding.BigEndianUnicode.GetBytes(text), _ => Encoding.Latin1.GetBytes(text) }];
                    break;
                case 9:
                    Swap(bytes, at, random);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(random.Pick(Pieces)));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Cut(byte[] bytes, StableRandom random)
    {
        var middle = random.Below(bytes.Length - Window);
        return [.. bytes.AsSpan(0, Window / 3), .. bytes.AsSpan(middle, Window / 2), .. bytes.AsSpan(bytes.Length - (Window / 6))];
    }

    /// <summary>Ids, dates and counts: the next digits behind a place become others, or very many.</summary>
    private static void Digits(List<byte> bytes, int at, StableRandom random)
    {
        var digit = bytes.FindIndex(at, value => value is >= (byte)'0' and <= (byte)'9');
        if (digit < 0)
        {
            return;
        }

        for (var i = digit; i < bytes.Count && bytes[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            bytes[i] = (byte)('0' + random.Below(10));
        }

        if (random.Chance(10))
        {
            bytes.InsertRange(digit, Enumerable.Repeat((byte)'9', random.Between(1, 400)));
        }
    }

    private static void Swap(List<byte> bytes, int at, StableRandom random)
    {
        var length = Math.Min(random.Between(1, 1_000), bytes.Count - at);
        var piece = bytes.GetRange(at, length);
        bytes.RemoveRange(at, length);
        bytes.InsertRange(random.Below(bytes.Count + 1), piece);
    }
}
