using System.Globalization;
using System.Text;
using Blog.Model;
using NodaTime;

namespace Blog.Bench.Threads;

/// <summary>Makes invented threads in the style of the real captures, with the truth beside them: the same seed gives the same thread.</summary>
/// <remarks>
/// <para>A thread is simulated in time: comments are written one after another, each a new top-level comment or a reply to one already
/// there, and numbered as the old page did (6, 6.1, 6.2 …; replies restart at 1). Some threads start late in the evening and cross
/// midnight; one in eight is written over the night in which the clocks change. Then the page is copied as the real ones were: stamps are
/// lost in all, most or none of the comments and glued to the name where kept; lines that held a bare link are dropped, and with
/// them, where they opened a comment, its number.</para>
/// <para>Comments hold what misleads a reader of structure (typed lists, tight and loose; numbers at the start of lines; doubled blank
/// lines where links were dropped) and what misleads a reader of citations (<see cref="GeneratedLookAlike"/>). Posts hold lists and
/// section numbers of every kind seen.</para>
/// <para>Use: <c>ThreadGenerator.Generate(seed)</c>; read <see cref="GeneratedThread.Text"/> with the reader under test and compare with
/// <see cref="GeneratedThread.Comments"/>.</para>
/// </remarks>
public static class ThreadGenerator
{
    /// <summary>One thread of 3 to 45 comments.</summary>
    public static GeneratedThread Generate(int seed)
    {
        var random = new StableRandom((ulong)seed);
        for (var i = 0; i < 4; i++)
        {
            random.Below(2);
        }

        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        var (date, events) = Simulate(random, zone);
        var stamps = random.Pick((int[])[0, 0, 3, 3, 20, 20, 60, 100]);
        var losses = random.Pick((int[])[0, 0, 3, 3, 8, 15]);
        var drops = random.Pick((int[])[0, 0, 2, 6]);
        var lists = random.Pick((int[])[0, 0, 0, 3, 8]);
        var comments = new List<GeneratedComment>();
        for (var i = 0; i < events.Count; i++)
        {
            comments.Add(Write(random, events, i, stamps, losses, drops, lists));
        }

        comments.Sort((a, b) => a.Number.CompareTo(b.Number));
        MarkUntraceable(comments);
        var text = Page(random, date, comments);
        return new GeneratedThread(seed, seed % 10 == 9 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text, date, zone, comments);
    }

    private static (LocalDate Date, List<Event> Events) Simulate(StableRandom random, DateTimeZone zone)
    {
        var date = new LocalDate(random.Between(2010, 2022), random.Between(1, 12), random.Between(1, 28));
        if (random.Chance(12))
        {
            // The Saturday before the clocks change, in spring or autumn.
            var month = random.Chance(50) ? 3 : 10;
            date = new LocalDate(date.Year, month, 31).PlusDays(1).Previous(IsoDayOfWeek.Sunday).PlusDays(-1);
        }

        var now = zone.AtLeniently(date.At(new LocalTime(random.Chance(25) ? random.Between(20, 22) : random.Between(6, 12), random.Below(60)))).ToInstant();
        var count = random.Between(3, random.Chance(25) ? 45 : 18);
        var replies = random.Pick((int[])[0, 25, 50, 50, 70]);
        var events = new List<Event>();
        var tops = new List<int>();
        for (var i = 0; i < count; i++)
        {
            // Mostly minutes, sometimes the same minute, sometimes a night.
            now += Duration.FromMinutes(random.Below(20) switch
            {
                0 => 0,
                < 12 => random.Between(1, 25),
                < 18 => random.Between(20, 150),
                _ => random.Between(200, 800),
            });
            if (tops.Count > 0 && random.Chance(replies))
            {
                var top = random.Chance(70) ? tops.Count : random.Between(1, tops.Count);
                tops[top - 1]++;
                events.Add(new Event(new CommentNumber(top, tops[top - 1]), now.InZone(zone)));
            }
            else
            {
                tops.Add(0);
                events.Add(new Event(new CommentNumber(tops.Count, 0), now.InZone(zone)));
            }
        }

        return (date, events);
    }

    private static GeneratedComment Write(StableRandom random, List<Event> events, int index, int stamps, int losses, int drops, int lists)
    {
        var own = events[index];
        var kept = random.Chance(stamps);

        // A stamp and a bare link on the number's line exclude each other: the stamp's line is the number's.
        var loss = !kept && random.Chance(losses) ? random.Chance(30) ? LossKind.All : LossKind.Number : LossKind.None;
        var body = new BodyText(random);
        if (loss != LossKind.All)
        {
            Fill(random, body, events, index, drops, lists);
        }

        return new GeneratedComment
        {
            Number = own.Number,
            Parent = own.Number.IsTop ? null : new CommentNumber(own.Number.Top, 0),
            Written = own.Written,
            Kept = kept ? own.Written : null,
            Author = kept ? random.Pick(Phrases.Names) : null,
            Loss = loss,
            Body = body.ToString(),
            Citations = body.Citations,
            LookAlikes = body.LookAlikes,
        };
    }

    private static void Fill(StableRandom random, BodyText body, List<Event> events, int index, int drops, int lists)
    {
        if (random.Chance(5))
        {
            // The shortest comments have no full stop.
            body.Write(random.Pick(Phrases.Shouts));
            return;
        }

        var form = random.Chance(35) && index > 0 ? (CitationForm)random.Below(7) : (CitationForm?)null;
        var paragraphs = random.Pick((int[])[1, 1, 1, 1, 2, 2, 3, 5]);
        var place = form == CitationForm.Opens ? 0 : random.Below(paragraphs);
        for (var p = 0; p < paragraphs; p++)
        {
            body.Paragraph(random.Chance(drops));
            if (random.Chance(4))
            {
                body.LookAlike(atLineStart: true);
                body.Line();
            }

            if (form is { } opening && p == place && (opening == CitationForm.Opens || random.Chance(50)))
            {
                body.Cite(opening, Targets(random, events, index, opening));
                form = null;
            }

            if (random.Chance(2))
            {
                body.Write(random.Pick((string[])["2014. That was the year it began.", "19 stations closed.", "3. This is the third time I say so.", "1984 comes to mind."]));
            }

            var sentences = random.Between(1, 5);
            for (var s = 0; s < sentences; s++)
            {
                if (s > 0 && random.Chance(10))
                {
                    body.Line();
                }

                body.Sentence();
                if (random.Chance(6))
                {
                    body.LookAlike(atLineStart: false);
                }
            }

            if (form is { } inside && p == place)
            {
                body.Cite(inside, Targets(random, events, index, inside));
                form = null;
            }
        }

        if (random.Chance(lists))
        {
            var loose = random.Chance(40);
            if (random.Chance(70))
            {
                body.Paragraph(dropped: false);
                body.Write(random.Pick(Phrases.ListIntros));
            }

            body.List(random.Between(2, 4), loose);
            if (random.Chance(50))
            {
                body.Paragraph(dropped: false);
                body.Sentence();
            }
        }
    }

    private static List<BodyText.Target> Targets(StableRandom random, List<Event> events, int index, CitationForm form)
    {
        var targets = new List<BodyText.Target>();
        var count = form == CitationForm.MyPointAt && index > 1 && random.Chance(60) ? 2 : 1;
        for (var i = 0; i < count; i++)
        {
            // People mostly answer what was said lately; one citation in twenty is of another page.
            var meant = events[random.Chance(70) ? Math.Max(0, index - random.Between(1, 6)) : random.Below(index)];
            var elsewhere = random.Chance(5);
            var time = elsewhere ? new LocalTime(random.Below(24), random.Below(60)) : meant.Written.TimeOfDay;
            var cited = events.Take(index).Where(e => e.Written.TimeOfDay == time).Select(e => e.Number).Order().ToList();
            targets.Add(new BodyText.Target(time, elsewhere ? null : meant.Number, cited));
        }

        return targets;
    }

    // The last of a list leaves no gap in the numbers.
    private static void MarkUntraceable(List<GeneratedComment> comments)
    {
        for (var i = 0; i < comments.Count; i++)
        {
            var own = comments[i];
            if (own.Loss == LossKind.None)
            {
                continue;
            }

            var traced = comments.Exists(c => c.Loss == LossKind.None && c.Number.IsTop == own.Number.IsTop
                && c.Number > own.Number && (own.Number.IsTop || c.Number.Top == own.Number.Top));
            comments[i] = own with { Untraceable = !traced };
        }
    }

    private static string Page(StableRandom random, LocalDate date, List<GeneratedComment> comments)
    {
        var page = new StringBuilder();
        page.Append(date.ToString(random.Chance(50) ? "dddd, d MMMM yyyy" : "dddd d MMMM yyyy", CultureInfo.InvariantCulture)).Append("\n\n");
        page.Append(random.Pick(Phrases.Titles)).Append("\n\n");
        Post(random, page);
        page.Append("\n\n");
        foreach (var comment in comments)
        {
            Comment(random, page, comment);
        }

        return page.ToString().TrimEnd('\n') + (random.Chance(50) ? "\n" : string.Empty);
    }

    private static void Post(StableRandom random, StringBuilder page)
    {
        for (var p = random.Between(1, 6); p > 0; p--)
        {
            var body = new BodyText(random);
            for (var s = random.Between(1, 6); s > 0; s--)
            {
                body.Sentence();
            }

            page.Append(body).Append('\n');
            switch (random.Below(14))
            {
                case 0:
                    page.Append("1. Keepers in post\n\n58 keepers in post (as at 31 March)\n\n2.2 Analysis\n");
                    break;
                case 1:
                    page.Append("  • oil and wicks \n  • rope\n  • a second boat\n");
                    break;
                case 2:
                    page.Append("\n  1. oil and wicks\n  2. rope\n  3. a second boat\n");
                    break;
                case 3:
                    page.Append("\n  1. oil and wicks, as every year\n\n  2. rope, which we never get\n\nAnd so on.\n");
                    break;
                case 4:
                    page.Append("\n1. The culture of the quay\n2. Pilots at court\n3. Resettlement\n");
                    break;
                case 5:
                    page.Append("\nQ79 Chair:\nThank you. What about the lamps?\n");
                    break;
                case 6:
                    page.Append("\n\n9:30am - back on the quay.\n12pm - Lunch\n");
                    break;
                default:
                    break;
            }

            page.Append('\n');
        }
    }

    private static void Comment(StableRandom random, StringBuilder page, GeneratedComment comment)
    {
        var indent = comment.Number.IsTop ? 4 : 6;
        var number = comment.Number.IsTop ? comment.Number.Top : comment.Number.Reply;
        var lines = comment.Body.Split('\n');
        var first = 0;
        if (comment.Loss == LossKind.None)
        {
            page.Append(' ', indent - 2).Append(CultureInfo.InvariantCulture, $"{number}. ");
            if (comment.Kept is { } kept)
            {
                page.Append(comment.Author)
                    .Append(kept.ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture)).Append("\n\n");
            }
            else
            {
                page.Append(lines[0]).Append('\n');
                first = 1;
            }
        }
        else if (comment.Loss == LossKind.Number)
        {
            // The number's line is dropped; the blank line behind it stays, sometimes with that of a second dropped line.
            page.Append(random.Chance(30) ? "\n\n" : "\n");
        }

        for (var i = first; i < lines.Length && comment.Loss != LossKind.All; i++)
        {
            if (lines[i].Length > 0)
            {
                page.Append(' ', indent).Append(lines[i]);
            }

            page.Append('\n');
        }

        page.Append('\n');
    }

    private readonly record struct Event(CommentNumber Number, ZonedDateTime Written);
}
