using System.Globalization;
using Blog.Import;
using Blog.Redact;
using NodaTime;

namespace Blog.Bench.Findings;

/// <summary>Counts the posts and comments of the captures and the classic exports that would be held, masked or ready.</summary>
internal static class ArchiveCounts
{
    public static void Write(string shared, TextWriter output)
    {
        output.WriteLine("## Held, masked, ready");
        output.WriteLine("| source | texts | held | masked | ready |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        var kinds = new SortedDictionary<FindingKind, (int Found, int Near)>();
        var files = Directory.GetFiles(Path.Combine(shared, "captures"), "*.txt")
            .Concat(Directory.GetFiles(Path.Combine(shared, "data", "exports", "blogger-classic"), "*.xml")).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var (texts, held, masked) = (new int[2], new int[2], new int[2]);
            foreach (var (isPost, text) in Texts(file))
            {
                var found = TextFinder.Find(ProseView.Of(text), PublicNames.BuiltIn);
                foreach (var finding in found)
                {
                    var (count, near) = kinds.GetValueOrDefault(finding.Kind);
                    kinds[finding.Kind] = finding.IsNearMiss ? (count, near + 1) : (count + 1, near);
                }

                var treatments = found.Where(FindEvalCommand.Counts).Select(finding => FindingTreatmentTable.Of(finding.Kind)).ToHashSet();
                var row = isPost ? 0 : 1;
                texts[row]++;
                held[row] += treatments.Contains(FindingTreatment.Hold) ? 1 : 0;
                masked[row] += treatments.Contains(FindingTreatment.Mask) && !treatments.Contains(FindingTreatment.Hold) ? 1 : 0;
            }

            var name = Path.GetFileName(file).Split('_')[0];
            foreach (var row in (int[])[0, 1])
            {
                if (texts[row] > 0)
                {
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name}, {(row == 0 ? "posts" : "comments")} | {texts[row]} | {held[row]} | {masked[row]} | {texts[row] - held[row] - masked[row]} |"));
                }
            }
        }

        output.WriteLine();
        output.WriteLine("| kind | findings | near misses |");
        output.WriteLine("|---|---:|---:|");
        foreach (var (kind, (count, near)) in kinds)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {count} | {near} |"));
        }
    }

    private static IEnumerable<(bool IsPost, string Text)> Texts(string file)
    {
        foreach (var source in Importers.Open(file, DateTimeZoneProviders.Tzdb["Europe/London"]).Jobs)
        {
            foreach (var entry in source.Read())
            {
                switch (entry)
                {
                    case ImportedPost post:
                        yield return (true, (post.Title is null ? string.Empty : post.Title + "\n\n") + post.Body.Markdown);
                        break;
                    case ImportedComment comment:
                        yield return (false, comment.Body.Markdown);
                        break;
                    default:
                        break;
                }
            }
        }
    }
}
