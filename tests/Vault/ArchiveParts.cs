using System.Globalization;
using Blog.Tests.Import;
using Blog.Tests.Import.Readers;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Vault;

/// <summary>An invented archive that comes in parts: which comment stands under which post, and in which of three files each lies.</summary>
/// <param name="Posts">How many posts.</param>
/// <param name="Comments">Of each comment its post, its minute and how many comments before it its parent stands (0: it answers the post); two may have one minute.</param>
/// <param name="Parts">In which file an entry lies, by its number; files may share entries.</param>
/// <param name="Order">The order in which the three files come.</param>
internal sealed record ArchiveParts(int Posts, (int Post, int Minute, int Back)[] Comments, int[] Parts, int[] Order)
{
    public static Arbitrary<ArchiveParts> Any { get; } = (
        from posts in Gen.Choose(1, 4)
        from comments in (from post in Gen.Choose(0, posts - 1) from minute in Gen.Choose(0, 5) from back in Gen.Choose(0, 3) select (post, minute, back)).ArrayOf()
        from parts in Gen.Choose(0, 3).ArrayOf(7)
        from order in Gen.Shuffle<int>([0, 1, 2])
        select new ArchiveParts(posts, comments, parts, order)).ToArbitrary();

    /// <summary>The archive as one file, which is always the first, and its parts in their order.</summary>
    /// <param name="kind">Which kind of source.</param>
    public (string Whole, IReadOnlyList<string> Parts) Files(string kind) => (File(kind, null), [.. Order.Select(part => File(kind, part))]);

    private string File(string kind, int? part) => kind switch
    {
        "classic" => Reading.Feed(string.Concat(Mine(part, 0, Posts, post => Reading.Post(Name(post))).Concat(Mine(part, Posts, Comments.Length, comment => Reading.Comment(Id(comment), Name(Comments[comment].Post), Related(comment)).Replace("T10:04", $"T10:0{Comments[comment].Minute}", StringComparison.Ordinal))))),
        "takeout" => SampleSources.Takeout([.. Mine(part, Posts, Comments.Length, TakeoutComment), .. Mine(null, 0, Posts, post => SampleSources.TakeoutEntry(Name(post), "POST", "LIVE", $"<blogger:filename>/2015/12/fog-{post}.html</blogger:filename>"))]),
        // (a feed of Takeout without a post is what one account wrote, and no archive)
        "wordpress" => SampleSources.WordPress([.. Mine(part, 0, Posts, post => SampleSources.WordPressItem(Name(post), "publish", comments: string.Concat(Under(post).Select(comment => SampleSources.WordPressComment(Id(comment), "1", Parent(comment) ?? "0", time: $"2015-07-01 12:0{Comments[comment].Minute}:00")))))]),
        "disqus" => Disqus(part),
        "movabletype" => string.Concat(Mine(part, 0, Posts, post => $"AUTHOR: Old Thole\nTITLE: Fog {post}\nBASENAME: fog_{post}\nSTATUS: Publish\nDATE: 07/01/2015 01:04:00 PM\n-----\nBODY:\nThe fog came.\n-----\n"
            + string.Concat(Under(post).Select(comment => $"COMMENT:\nAUTHOR: Sandpiper\nDATE: 07/01/2015 02:0{Comments[comment].Minute}:00 PM\nIt was thick {comment}.\n-----\n")) + "--------\n")),
        "ghost" => "{\"db\":[{\"meta\":{\"version\":\"5.0.0\"},\"data\":{\"posts\":["
            + string.Join(',', Mine(part, 0, Posts, post => $$"""{"id":"p{{post}}","title":"Fog {{post}}","slug":"fog-{{post}}","html":"<p>The fog came.</p>","type":"post","status":"published","visibility":"public","published_at":"2021-03-01T09:00:00.000Z"}"""))
            + "],\"comments\":["
            + string.Join(',', Mine(part, 0, Posts, post => post).SelectMany(Under).Select(comment => $$"""{"id":"c{{comment}}","post_id":"p{{Comments[comment].Post}}","parent_id":{{(Parent(comment) is null ? "null" : $"\"c{Earlier(comment)}\"")}},"status":"published","html":"<p>Thick.</p>","created_at":"2021-03-01T10:0{{Comments[comment].Minute}}:00.000Z"}"""))
            + "],\"settings\":[{\"key\":\"url\",\"value\":\"http://quay.example\"}]}}]}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    private string Disqus(int? part) =>
        "<?xml version=\"1.0\"?><disqus xmlns=\"http://disqus.com\" xmlns:dsq=\"http://disqus.com/disqus-internals\"><category dsq:id=\"1\"><forum>quay-notes</forum><title>General</title></category>"
        + string.Concat(Enumerable.Range(0, Posts).Select(post => $"<thread dsq:id=\"{Name(post)}\"><id>fog-{post}</id><forum>quay-notes</forum><link>http://quay.example/fog-{post}/</link><title>Fog</title></thread>"))
        + string.Concat(Mine(part, 0, Comments.Length, comment => $"<post dsq:id=\"{Id(comment)}\"><message><![CDATA[<p>Thick.</p>]]></message><createdAt>2015-07-01T12:0{Comments[comment].Minute}:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Sandpiper</name></author><thread dsq:id=\"{Name(Comments[comment].Post)}\"/>{(Parent(comment) is { } parent ? $"<parent dsq:id=\"{parent}\"/>" : string.Empty)}</post>"))
        + "</disqus>";

    private string TakeoutComment(int comment) => SampleSources.TakeoutEntry(
        Id(comment),
        "COMMENT",
        "LIVE",
        $"<blogger:parent>tag:blogger.com,1999:blog-77.post-{Name(Comments[comment].Post)}</blogger:parent>" + (Parent(comment) is { } parent ? $"<blogger:inReplyTo>tag:blogger.com,1999:blog-77.post-{parent}</blogger:inReplyTo>" : "<blogger:inReplyTo/>"),
        published: $"2015-12-15T10:0{Comments[comment].Minute}:00Z");

    private string Related(int comment) => Parent(comment) is { } parent ? $"<link rel='related' type='application/atom+xml' href='https://www.blogger.com/feeds/77/{Name(Comments[comment].Post)}/comments/default/{parent}'/>" : string.Empty;

    private IEnumerable<int> Under(int post) => Enumerable.Range(0, Comments.Length).Where(comment => Comments[comment].Post == post);

    private int Earlier(int comment) => comment - Comments[comment].Back;

    /// <summary>The id of the comment that one answers: one before it, of the same post.</summary>
    private string? Parent(int comment) => Comments[comment].Back > 0 && Earlier(comment) >= 0 && Comments[Earlier(comment)].Post == Comments[comment].Post ? Id(Earlier(comment)) : null;

    /// <summary>Entries of a file; a part called 3 is in all of them.</summary>
    private IEnumerable<T> Mine<T>(int? part, int from, int count, Func<int, T> make) =>
        Enumerable.Range(0, count).Where(entry => part is null || Parts[(from + entry) % Parts.Length] is var place && (place == part || place == 3)).Select(make);

    private static string Name(int post) => (post + 1).ToString(CultureInfo.InvariantCulture);

    private static string Id(int comment) => (100_001 + comment).ToString(CultureInfo.InvariantCulture);
}
