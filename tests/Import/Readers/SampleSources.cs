namespace Blog.Tests.Import.Readers;

/// <summary>Small invented archives of each kind: a blog on fog and tides, by people who never were.</summary>
internal static class SampleSources
{
    public const string Threaded = """
        <div id='comments'><h4>3 comments:</h4><div id='comment-holder'><div class="comment-thread toplevel-thread"><ol id="top-ra">
        <li class="comment" id="c100001"><div class="comment-block"><div class="comment-header"><cite class="user"><a href="https://www.blogger.com/profile/0042" rel="nofollow">Old Thole</a></cite><span class="datetime"><a href="http://quay.blogspot.com/2015/12/fog.html?showComment=1450173840000#c100001">10:04</a></span></div><p class="comment-content">It was thick.</p></div>
        <div class="comment-replies"><div class="comment-thread inline-thread"><ol><div><li class="comment" id="c100002"><div class="comment-block"><div class="comment-header"><cite class="user">Anonymous</cite><span class="datetime"><a href="http://quay.blogspot.com/2015/12/fog.html?showComment=1450173900000#c100002">10:05</a></span></div><p class="comment-content">Very.</p></div></li></div></ol></div></div></li>
        <li class="comment" id="c100003"><div class="comment-block"><div class="comment-header"><cite class="user">Anonymous</cite><span class="datetime"><a href="http://quay.blogspot.com/2015/12/fog.html?showComment=1450174000000#c100003">10:06</a></span></div><p class="comment-content"><span class="deleted-comment">This comment has been removed by the author.</span></p></div></li>
        </ol></div></div></div>
        """;

    public const string MovableType = """
        AUTHOR: Old Thole
        TITLE: Fog
        BASENAME: fog
        STATUS: Publish
        CONVERT BREAKS: __default__
        PRIMARY CATEGORY: Tides
        CATEGORY: Tides
        TAGS: "fog",Tides
        DATE: 07/01/2015 01:04:00 PM
        -----
        BODY:
        One
        two

        -----	
        -----
        EXTENDED BODY:
        More.
        -----
        COMMENT:
        AUTHOR: Old Thole
        EMAIL: thole@quay.example
        IP: 192.0.2.7
        URL: http://quay.example/thole
        DATE: 07/01/2015 02:00:00 PM
        It was thick.
        -----
        COMMENT:
        AUTHOR: Sandpiper
        DATE: 07/01/2015 02:00:00 PM
        @Old Thole: very.
        -----
        PING:
        TITLE: A link
        URL: http://elsewhere.example/
        BLOG NAME: Elsewhere
        DATE: 07/02/2015 02:00:00 PM
        They link here.
        -----
        --------
        TITLE: Later
        STATUS: Draft
        DATE: 07/03/2015 01:04:00 PM
        -----
        BODY:
        Not yet.
        -----
        --------

        """;

    public const string Ghost = """
        {"db":[{"meta":{"exported_on":1600000000000,"version":"5.0.0"},"data":{
        "posts_tags":[{"id":"x1","post_id":"p1","tag_id":"t1","sort_order":0},{"id":"x2","post_id":"p1","tag_id":"t2","sort_order":1}],
        "posts":[
        {"id":"p1","title":"Fog","slug":"fog","html":"<p>The fog came. <a href=\"__GHOST_URL__/content/map.html\">Map</a></p>","type":"post","status":"published","visibility":"public","published_at":"2021-03-01T09:00:00.000Z","updated_at":"2021-03-02T09:00:00.000Z"},
        {"id":"p2","title":"Tides","slug":"tides","html":"<p>For members.</p>","type":"post","status":"published","visibility":"members","published_at":1614675600000},
        {"id":"p3","title":"Later","slug":"later","html":"<p>Not yet.</p>","type":"post","status":"draft","visibility":"public","created_at":"2021-03-03T09:00:00.000Z"},
        {"id":"p4","title":"The quay","slug":"quay","html":"<p>A quay.</p>","type":"page","status":"published","visibility":"public","published_at":"2021-03-01T09:00:00.000Z"}],
        "tags":[{"id":"t1","name":"Tides"},{"id":"t2","name":"#editors"}],
        "users":[{"id":"u1","name":"Old Thole","email":"thole@quay.example"}],
        "posts_authors":[{"post_id":"p1","author_id":"u1","sort_order":0}],
        "members":[{"id":"m1","name":"Sandpiper"}],
        "comments":[{"id":"c1","post_id":"p1","member_id":"m1","parent_id":null,"status":"published","html":"<p>Thick.</p>","created_at":"2021-03-01T10:00:00.000Z"},
        {"id":"c2","post_id":"p1","member_id":"m1","parent_id":"c1","status":"hidden","html":"<p>Very.</p>","created_at":"2021-03-01T11:00:00.000Z"}],
        "settings":[{"key":"title","value":"Quay Notes"},{"key":"url","value":"http://quay.example"}]}}]}
        """;

    public static string Takeout(params string[] entries) =>
        "<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>\n<id>tag:blogger.com,1999:blog-77</id>\n<title>Quay Notes</title>\n"
        + string.Join('\n', entries) + "\n</feed>\n";

    public static string TakeoutEntry(string id, string type, string status, string inside = "", string content = "The fog came.", string name = "Old Thole", string published = "2015-12-15T10:04:00Z") =>
        $"<entry><id>tag:blogger.com,1999:blog-77.post-{id}</id><blogger:type>{type}</blogger:type><blogger:status>{status}</blogger:status><author><name>{name}</name><blogger:type>BLOGGER</blogger:type></author>"
        + (type == "COMMENT" ? string.Empty : $"<title>Fog {id}</title>") + $"<content type='html'>{content}</content><published>{published}</published><updated>{published}</updated>{inside}</entry>";

    public static string WordPress(params string[] items) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\">\n"
        + "<channel><title>Quay Notes</title><link>http://quay.example/notes</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>http://quay.example/notes</wp:base_blog_url>"
        + "<wp:author><wp:author_login>thole</wp:author_login><wp:author_email>thole@quay.example</wp:author_email><wp:author_display_name><![CDATA[Old Thole]]></wp:author_display_name></wp:author>\n<atom:link rel=\"search\" href=\"http://quay.example/s.xml\"/>"
        + string.Join('\n', items) + "</channel></rss>\n";

    public static string WordPressItem(string id, string status, string type = "post", string content = "The fog came.", string inside = "", string comments = "", string slug = "fog") =>
        $"<item><title>Fog {id}</title><link>http://quay.example/notes/2015/{slug}{(id == "1" ? string.Empty : id)}/</link><dc:creator><![CDATA[thole]]></dc:creator><content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>"
        + $"<wp:post_id>{id}</wp:post_id>{inside}<wp:post_date>2015-07-01 13:04:00</wp:post_date><wp:post_date_gmt>2015-07-01 11:04:00</wp:post_date_gmt><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type>"
        + $"<category domain=\"category\" nicename=\"tides\"><![CDATA[Tides]]></category><category domain=\"category\" nicename=\"uncategorized\"><![CDATA[Uncategorized]]></category>{comments}</item>";

    public static string WordPressComment(string id, string approved, string parent = "0", string type = "", string content = "It was thick.", string time = "2015-07-01 12:00:00", string name = "Sandpiper") =>
        $"<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author><![CDATA[{name}]]></wp:comment_author><wp:comment_author_email>piper@quay.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>"
        + $"<wp:comment_date_gmt>{time}</wp:comment_date_gmt><wp:comment_content><![CDATA[{content}]]></wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type>{type}</wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>";

    public static string Disqus(string link = "http://quay.example/notes/2015/fog/") => $"""
        `<?xml version="1.0" encoding="utf-8"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
        <category dsq:id="1"><forum>quay-notes</forum><title>General</title></category>
        <thread dsq:id="11"><id>fog-id</id><forum>quay-notes</forum><category dsq:id="1"/><link>{link}</link><title>Fog</title><createdAt>2015-07-01T11:04:00Z</createdAt></thread>
        <thread dsq:id="12"><id/><forum>quay-notes</forum><link>http://localhost:4000/fog/</link></thread>
        <post dsq:id="21"><message><![CDATA[<p>It was thick.</p><p>All day.</p>]]></message><createdAt>2015-07-01T12:10:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Sandpiper</name><isAnonymous>false</isAnonymous><username>sandpiper</username></author><thread dsq:id="11"/></post>
        <post dsq:id="22"><message><![CDATA[<p>Taken back.</p>]]></message><createdAt>2015-07-01T12:20:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><author><name>Old Thole</name></author><thread dsq:id="11"/></post>
        <post dsq:id="23"><message><![CDATA[<p>Buy boats.</p>]]></message><createdAt>2015-07-01T12:30:00Z</createdAt><isDeleted>false</isDeleted><isSpam>true</isSpam><author><name>Seller</name></author><thread dsq:id="11"/></post>
        <post dsq:id="24"><message><![CDATA[<p>An answer.</p>]]></message><createdAt>2015-07-01T12:40:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Anonymous</name></author><thread dsq:id="11"/><parent dsq:id="22"/></post>
        </disqus>

        """;

    public static string BlogML() => """
        <?xml version="1.0" encoding="utf-8"?>
        <blog root-url="http://quay.example/" date-created="2015-01-01T00:00:00" xmlns="http://www.blogml.com/2006/09/BlogML">
        <title type="text">Quay Notes</title><sub-title type="text"></sub-title>
        <authors><author id="a1"><title type="text">Old Thole</title></author></authors>
        <categories><category id="k1" approved="true"><title type="text">Tides</title></category></categories>
        <posts><post id="p1" date-created="2015-07-01T13:04:00" date-modified="2015-07-01T13:05:00" approved="true" post-url="~/notes/fog.aspx" type="normal">
        <title type="text">Fog</title><content type="base64">VGhlIDxlbT5mb2c8L2VtPiBjYW1lLg==</content>
        <categories><category ref="k1"/></categories><authors><author ref="a1"/></authors>
        <comments><comment id="c1" date-created="2015-07-01T14:00:00" approved="true" user-name="Sandpiper" user-email="piper@quay.example"><title type="text">re</title><content type="text">It was thick.</content></comment>
        <comment id="c2" date-created="2015-07-01T14:10:00" approved="false" user-name="Seller"><content type="text">Buy boats.</content></comment>
        <comment id="c3" parentid="c1" date-created="2015-07-01T14:20:00" approved="true" user-name="Old Thole"><content type="text">Very.</content></comment></comments>
        <trackbacks><trackback id="b1" date-created="2015-07-02T14:00:00" approved="true" url="http://elsewhere.example/"><title type="text">They link here</title></trackback></trackbacks>
        </post></posts></blog>
        """;

    public static string Medium(string title, string body, string? address) =>
        $"<!DOCTYPE html><html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"><title>{title}</title></head><body><article class=\"h-entry\"><header><h1 class=\"p-name\">{title}</h1></header>"
        + $"<section data-field=\"body\" class=\"e-content\">{body}</section><footer><p>By <a href=\"https://medium.com/@thole\" class=\"p-author h-card\">Old Thole</a>"
        + (address is null ? string.Empty : $" on <a href=\"{address}\"><time class=\"dt-published\" datetime=\"2021-03-01T09:00:00.000Z\">March 1, 2021</time></a>.</p><p><a href=\"{address}\" class=\"p-canonical\">Canonical link</a></p>")
        + "</footer></article></body></html>";

    public static string BloggerPage(string post, string title, string body, string comments) =>
        $"<!DOCTYPE html><html><head><meta content='blogger' name='generator'/><link href='http://quay.blogspot.com/2015/12/fog.html' rel='canonical'/><title>{title}</title>"
        + $"<link rel=\"service.post\" type=\"application/atom+xml\" href=\"https://www.blogger.com/feeds/77/posts/default\"/></head><body><div id='header'><h1 class='title'>Quay Notes</h1></div>"
        + $"<h2 class='date-header'>Tuesday, December 15, 2015</h2><div class='post hentry'><meta content='77' itemprop='blogId'/><meta content='{post}' itemprop='postId'/><a name='{post}'></a><h3 class='post-title entry-title'>{title}</h3>"
        + $"<div class='post-body entry-content' id='post-body-{post}'>{body}</div><div class='post-footer'><span class='post-labels'><a href='http://quay.blogspot.com/search/label/Fog' rel='tag'>Fog</a></span></div></div>{comments}</body></html>";
}
