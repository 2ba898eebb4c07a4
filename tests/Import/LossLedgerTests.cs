using Blog.Import;

namespace Blog.Tests.Import;

public class LossLedgerTests
{
    [Fact]
    public void The_account_does_not_balance_when_a_reader_drops_an_entry()
    {
        var job = new ImportJob("x", SourceKind.BloggerClassic, tally =>
        {
            tally.EntriesSeen = 2;
            return [new SkippedEntry("1", "template", Lost: false)];
        });

        Assert.Single(job.Read().ToList());

        Assert.False(job.Ledger.Balances);
        Assert.Equal(1, job.Ledger.ExitCode);
        Assert.Single(job.Ledger.Findings);
    }

    [Fact]
    public void An_account_that_was_not_read_to_its_end_is_not_closed()
    {
        var job = new ImportJob("x", SourceKind.BloggerClassic, _ => [new SkippedEntry("1", "template", Lost: false), new SkippedEntry("2", "template", Lost: false)]);

        _ = job.Read().First();

        Assert.False(job.Ledger.Closed);
        Assert.False(job.Ledger.Balances);
        Assert.Equal(1, job.Ledger.ExitCode);
    }

    [Fact]
    public void A_source_without_entries_is_a_finding()
    {
        var reading = Reading.OfEntries(string.Empty);

        Assert.Contains("no entries", Assert.Single(reading.Ledger.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_gives_every_category_with_ids_and_every_lost_entry()
    {
        var report = HostileBloggerExportTests.Report(Reading.OfCase("blogger-threads.xml")).Split('\n');

        Assert.Equal(
            [
                "12 entries in the source",
                "  4 comments, published",
                "  3 comments, removed by an administrator: 603, 604, 606",
                "  1 comments, removed by the author: 602",
                "  1 lost: unreadable: the comment does not say to which post it belongs: 608",
                "  1 posts, published",
                "  1 skipped: blog setting: settings.BLOG_NAME",
                "  1 skipped: template: layout",
            ],
            report.Take(8));
    }
}
