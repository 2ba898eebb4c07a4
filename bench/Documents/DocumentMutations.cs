using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Blog.Import.Documents;

namespace Blog.Bench.Documents;

/// <summary>Changes invented documents at random and reads them: what comes out may be a text or a clear refusal, nothing else.</summary>
/// <remarks>
/// A changed byte of a zip is nearly always refused by its check sum, so every second packed document is changed inside: one part is
/// unpacked, changed and packed anew with right sums.
/// </remarks>
public static class DocumentMutations
{
    /// <summary>What a run gave.</summary>
    /// <param name="Texts">Documents that were read.</param>
    /// <param name="Refusals">Documents refused with the reader's own message.</param>
    /// <param name="Crashes">Anything else, by seed of the case and type of exception.</param>
    /// <param name="SlowestMilliseconds">Longest time for one document.</param>
    /// <param name="SlowestCase">Number of that case.</param>
    public sealed record Outcome(int Texts, int Refusals, IReadOnlyList<string> Crashes, long SlowestMilliseconds, int SlowestCase);

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<", ">", "&", "\"", "<w:p>", "</w:p>", "<w:del>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&#0;", "&#xFFFF;", "\0", "\u200B", "=?utf-8?B?", "?=",
            "--outer", "--outer--", "--inner", "Content-Type: multipart/mixed; boundary=inner\r\n", "Content-Type: message/rfc822\r\n\r\n", "Content-Transfer-Encoding: base64\r\n", "\r\n\r\n",
            "<div>", "<table>", "<b><i>", "<style>*{display:none}</style>", "> > > ", "[redacted]", "xmlns:w=''", "w:val='", "99999999999", "-1", "text:c='2147483647'", "<text:s text:c='999999'/>",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xED, 0xA0, 0x80], [(byte)'P', (byte)'K', 1, 2], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0],
    ];

    /// <summary>Reads changed documents.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Where chance begins; the same seed gives the same documents.</param>
    public static Outcome Run(int count, int seed)
    {
        var samples = DocumentSamples.All();
        var texts = 0;
        var refusals = 0;
        var crashes = new List<string>();
        long slowest = 0;
        var slowestCase = 0;
        for (var number = 0; number < count; number++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + number));
            var (name, bytes) = samples[random.Next(samples.Count)];
            var changed = bytes[0] == 'P' && random.Next(2) == 0 ? ChangeInside(bytes, random) : Change(bytes, random);
            var started = Stopwatch.GetTimestamp();
            try
            {
                using var stream = new MemoryStream(changed);
                DocumentReader.Read(stream, random.Next(2) == 0 ? name : null, DocumentLimits.Default);
                texts++;
            }
            catch (DocumentException)
            {
                refusals++;
            }
            catch (Exception e) // everything else is what the campaign looks for
            {
                crashes.Add($"case {number}: {e.GetType().Name} {e.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
            }

            var took = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            (slowest, slowestCase) = took > slowest ? (took, number) : (slowest, slowestCase);
        }

        return new Outcome(texts, refusals, crashes, slowest, slowestCase);
    }

    private static byte[] ChangeInside(byte[] bytes, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var chosen = random.Next(zip.Entries.Count);
        var parts = new List<(string, byte[])>();
        for (var i = 0; i < zip.Entries.Count; i++)
        {
            using var opened = zip.Entries[i].Open();
            var part = new MemoryStream();
            opened.CopyTo(part);
            parts.Add((zip.Entries[i].FullName, i == chosen ? Change(part.ToArray(), random) : part.ToArray()));
        }

        return DocumentSamples.Pack([], parts);
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = changed.Count == 0 ? 0 : random.Next(changed.Count);
            switch (random.Next(6))
            {
                case 0 when changed.Count > 0:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    changed.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 2:
                    changed.RemoveRange(at, Math.Min(random.Next(1, 64), changed.Count - at));
                    break;
                case 3: // a stretch many times over
                    var stretch = changed.GetRange(at, Math.Min(random.Next(1, 200), changed.Count - at));
                    var copies = random.Next(1, 100);
                    for (var i = 0; i < copies; i++)
                    {
                        changed.InsertRange(at, stretch);
                    }

                    break;
                case 4 when random.Next(4) == 0:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
                default:
                    var token = Tokens[random.Next(Tokens.Length)];
                    for (var i = random.Next(1, 300); i > 0; i--)
                    {
                        changed.InsertRange(at, token);
                    }

                    break;
            }
        }

        return [.. changed];
    }
}
