using System.Text;
using Blog.Import;
using Blog.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Import.Readers;

/// <summary>Whatever states the entries of an archive are in, and whichever of them are broken: each is accounted for once, what was public is public, and nothing else is.</summary>
public sealed class LedgerProperties : IDisposable
{
    private static readonly Dictionary<string, (string State, bool IsPublic)[]> States = new()
    {
        ["takeout"] = [("LIVE", true), ("DRAFT", false), ("SPAM_COMMENT", false), ("GHOSTED_COMMENT", false), ("PENDING_MODERATION", false), ("SOFT_TRASHED", false), ("SOMETHING_NEW", false), ("", false)],
        ["wordpress"] = [("1", true), ("0", false), ("spam", false), ("trash", false), ("post-trashed", false), ("something-new", false)],
        ["disqus"] = [("false/false", true), ("true/false", false), ("false/true", false), ("true/true", false)],
        ["blogml"] = [("true", true), ("false", false), ("1", true), ("something-new", false)],
        ["movabletype"] = [("Publish", true), ("Draft", false), ("Pending", false), ("Future", false), ("Something New", false)],
        ["ghost"] = [("published/public", true), ("published/members", false), ("published/paid", false), ("draft/public", false), ("scheduled/public", false), ("sent/public", false), ("something-new/public", false)],
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("takeout")]
    [InlineData("wordpress")]
    [InlineData("disqus")]
    [InlineData("blogml")]
    [InlineData("movabletype")]
    [InlineData("ghost")]
    public void In_is_what_came_out_by_reason(string kind) =>
        Prop.ForAll(Gen.Choose(0, States[kind].Length - 1).ArrayOf().ToArbitrary(), states =>
        {
            var source = Read(kind, [.. states.Select(state => States[kind][state].State)], broken: null);
            var shown = kind is "movabletype" or "ghost"
                ? source.Posts.Count(post => post.Visibility == Visibility.Public)
                : source.Comments.Count(comment => comment is { Visibility: Visibility.Public, State: CommentState.Published });
            return source.Ledger.Balances && source.Ledger.ExitCode == 0
                && source.Ledger.In == states.Length + 1
                && source.Ledger.Lines.Sum(line => line.Count) == source.Ledger.Out
                && shown == states.Count(state => States[kind][state].IsPublic) + (kind is "movabletype" or "ghost" ? 1 : 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20_261_123, 7));

    [Theory]
    [InlineData("takeout")]
    [InlineData("disqus")]
    public void A_broken_entry_costs_itself_alone_and_is_said(string kind) =>
        Prop.ForAll(Gen.Choose(1, 12).SelectMany(count => Gen.Choose(0, count - 1).Select(at => (count, at))).ToArbitrary(), archive =>
        {
            var (count, at) = archive;
            var source = Read(kind, [.. Enumerable.Repeat(States[kind][0].State, count)], broken: at);
            return source.Ledger is { Balances: true, ExitCode: 1, Lost: 1 } && source.Ledger.In == count + 1 && source.PublicComments == count - 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20_261_123, 9));

    private Sources Read(string kind, string[] states, int? broken)
    {
        var path = _folder.File(kind == "movabletype" ? "export.txt" : "export.data");
        File.WriteAllText(path, Write(kind, states, broken), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return Sources.Of(path);
    }

    private static string Write(string kind, string[] states, int? broken)
    {
        var all = states.Select((state, i) => (State: state, Id: 100 + i, IsBroken: i == broken)).ToList();
        return kind switch
        {
            "takeout" => SampleSources.Takeout([SampleSources.TakeoutEntry("1", "POST", "LIVE"), .. all.Select(entry => SampleSources.TakeoutEntry($"{entry.Id}", "COMMENT", entry.State, "<blogger:parent>tag:blogger.com,1999:blog-77.post-1</blogger:parent>" + (entry.IsBroken ? "<a></b>" : string.Empty)))]),
            "wordpress" => SampleSources.WordPress(SampleSources.WordPressItem("1", "publish", comments: string.Concat(all.Select(entry => SampleSources.WordPressComment($"{entry.Id}", entry.State))))),
            "disqus" => "<?xml version=\"1.0\"?><disqus xmlns=\"http://disqus.com\" xmlns:dsq=\"http://disqus.com/disqus-internals\"><thread dsq:id=\"11\"><forum>quay</forum><link>http://quay.example/fog/</link></thread>"
                + string.Concat(all.Select(entry => $"<post dsq:id=\"{entry.Id}\">{(entry.IsBroken ? "<a></b>" : string.Empty)}<message>Thick.</message><createdAt>2015-07-01T12:10:00Z</createdAt><isDeleted>{entry.State.Split('/')[0]}</isDeleted><isSpam>{entry.State.Split('/')[1]}</isSpam><author><name>Sandpiper</name></author><thread dsq:id=\"11\"/></post>")) + "</disqus>",
            "blogml" => "<?xml version=\"1.0\"?><blog root-url=\"http://quay.example/\" xmlns=\"http://www.blogml.com/2006/09/BlogML\"><title type=\"text\">Quay</title><posts><post id=\"p1\" date-created=\"2015-07-01T13:04:00\" approved=\"true\" post-url=\"/fog.aspx\"><title type=\"text\">Fog</title><content type=\"text\">The fog came.</content><comments>"
                + string.Concat(all.Select(entry => $"<comment id=\"c{entry.Id}\" date-created=\"2015-07-01T14:00:00\" approved=\"{entry.State}\" user-name=\"Sandpiper\"><content type=\"text\">Thick.</content></comment>")) + "</comments></post></posts></blog>",
            "movabletype" => string.Concat(all.Select(entry => (entry.State, entry.Id)).Append(("Publish", 1)).Select(entry => $"AUTHOR: Old Thole\nTITLE: Fog {entry.Item2}\nBASENAME: fog_{entry.Item2}\nSTATUS: {entry.Item1}\nDATE: 07/01/2015 01:04:00 PM\n-----\nBODY:\nThe fog came.\n-----\n--------\n")),
            "ghost" => "{\"db\":[{\"meta\":{\"version\":\"5.0.0\"},\"data\":{\"posts\":["
                + string.Join(',', all.Select(entry => (entry.State, entry.Id)).Append(("published/public", 1)).Select(entry => $$"""{"id":"p{{entry.Item2}}","title":"Fog","slug":"fog-{{entry.Item2}}","html":"<p>The fog came.</p>","type":"post","status":"{{entry.Item1.Split('/')[0]}}","visibility":"{{entry.Item1.Split('/')[1]}}","published_at":"2021-03-01T09:00:00.000Z"}""")) + "]}}]}",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
    }
}
