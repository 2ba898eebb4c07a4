using System.Text;

namespace Blog.Tests.Html;

/// <summary>Invented markup from a seed: of the simple kind that comments have, or of every kind that old editors wrote.</summary>
internal sealed class RandomMarkup(int seed)
{
    private static readonly string[] Words =
    [
        "officer", "the", "a", "I", "1.", "2)", "10", "-", "+", "*", "#", "##", ">", "=", "==", "---", "***", "___", "`", "```", "~~~", "~5", "c*&amp;t", "s**t",
        "_x_", "snake_case", "__init__", "[x]", "[probation]", "[redacted]", "[redacted: town]", "](http://x.example)", "![i]", "[a]:", "|", "a|b", "|---|", "&amp;amp;",
        "&amp;lt;", "&lt;b&gt;", "&lt;", "5 &lt; 6", "&gt;", "&quot;so&quot;", "\"quoted\"", "don't", "“smart”", "it’s", "(so)", "end.", "why?", "no!", "!", "\\", "\\*", "\\\\",
        "http://foo.example/a_b?c=1&amp;d=2", "www.x.example", "a@b.example", "^2", "H~2~O", "x^2^", "$5$", ":smile:", "{.x}", "&nbsp;", "&nbsp;&nbsp;", "&#8217;", "&#39;",
        "é", "naïve", "日本", "\U0001F600", "©", "€5", "½", "10&nbsp;km", "...", "…", "–", "na├»ve", "cafÃ©", "\u200B", "\u202E", "&amp;copy;", "&amp;#39;", "&", "<3", "a<", ":", "::", "%",
    ];

    private static readonly string[] Inline = ["b", "i", "em", "strong", "u", "span", "font", "s", "strike", "sup", "sub", "code", "tt", "big", "cite", "q"];
    private static readonly string[] Blocks = ["p", "div", "blockquote", "ul", "ol", "li", "h1", "h2", "h3", "h4", "pre", "table", "tr", "td", "center", "dl", "dd", "form"];

    private static readonly string[] Links =
    [
        "http://x.example/a_(b)?c=1&amp;d=*2*", "https://www.blogger.com/null", "javascript:alert(1)", "/2015/x.html", "#top", "", "mailto:a@b.example", "file:///c:/x",
        "http://x.example/[a]", "HTTP://X.example", "//x.example/y",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _markup = new();

    /// <summary>Text, breaks, bold and italics, links; now and then something the short way must refuse.</summary>
    public string Simple()
    {
        _markup.Clear();
        var open = new Stack<string>();
        for (var i = _random.Next(1, 40); i > 0; i--)
        {
            switch (_random.Next(14))
            {
                case 0:
                    _markup.Append(Pick("<br />", "<br/>", "<br>", "<BR>", "<br /><br />", "\n", "\r\n"));
                    break;
                case 1 when open.Count < 5:
                    open.Push(Pick("b", "i", "em", "strong"));
                    _markup.Append('<').Append(open.Peek()).Append('>');
                    break;
                case 2 when open.Count < 5 && !open.Contains("a"):
                    open.Push("a");
                    _markup.Append("<a href=\"").Append(Pick(Links)).Append(Pick("\">", "\" rel=\"nofollow\">"));
                    break;
                case 3 or 4 when open.Count > 0:
                    _markup.Append("</").Append(open.Pop()).Append('>');
                    break;
                case 5 when _random.Next(30) == 0:
                    _markup.Append(Pick("<p>", "</b>", "<a>", "<img src=\"http://x.example/a.png\">", "\0", "&copy", "&hellip;", "<!-- c -->", "<", "</", "<a href=x>", "\r", "<script>x</script>"));
                    break;
                default:
                    Word();
                    break;
            }
        }
        while (open.Count > 0)
        {
            _markup.Append("</").Append(open.Pop()).Append('>');
        }
        return _markup.ToString();
    }

    /// <summary>Nested and misnested blocks and styles, Word's and Blogger's attributes, things that are dropped.</summary>
    public string Any()
    {
        _markup.Clear();
        var open = new Stack<string>();
        for (var i = _random.Next(1, 60); i > 0; i--)
        {
            switch (_random.Next(16))
            {
                case 0:
                    _markup.Append(Pick("<br />", "<br>", "<br><br>", "<hr>", "\n", "\n\n", "<wbr>"));
                    break;
                case 1 or 2 when open.Count < 12:
                    Open(open, Pick(Inline), Pick("", "", "", " style=\"font-weight: bold\"", " style='font-style:italic;color:red'", " style=\"font-weight:normal\"", " class=\"x\""));
                    break;
                case 3 or 4 when open.Count < 12:
                    Open(open, Pick(Blocks), Pick("", "", "", " class=\"MsoNormal\"", " style=\"mso-x:y\"", " dir=\"ltr\" trbidi=\"on\"", " onclick=\"x()\"", " start=\"7\"", " align=center"));
                    break;
                case 5 when open.Count < 12:
                    Open(open, "a", Pick($" href=\"{Pick(Links)}\"", " name=\"more\"", $" href=\"{Pick(Links)}\" imageanchor=\"1\""));
                    break;
                case 6 or 7 or 8 when open.Count > 0:
                    _markup.Append("</").Append(_random.Next(6) == 0 ? Pick(Inline) : open.Pop()).Append('>');
                    break;
                case 9 when _random.Next(3) == 0:
                    _markup.Append(Pick(
                        "<img src=\"http://x.example/a.png\" alt=\"an [alt]\">", "<img src=\"data:image/png;base64,AAAA\">", "<img src=http://x.example/p.gif width=1 height=1>",
                        "<script>bad()</script>", "<style>b{}</style>", "<iframe src=x></iframe>", "<svg><text>x</text></svg>", "<o:p>&nbsp;</o:p>", "<!--[if gte mso 9]>x<![endif]-->",
                        "<pre>a  b\n\n  c<br>`d`</pre>", "<div style=\"display:none\">hidden</div>", "<table><tr><th>A</th><th>b|c</th></tr><tr><td><b>1</b></td><td>2</td></tr></table>", "<input value=x>"));
                    break;
                default:
                    Word();
                    break;
            }
        }
        return _markup.ToString();
    }

    private void Open(Stack<string> open, string name, string attributes)
    {
        open.Push(name);
        _markup.Append('<').Append(name).Append(attributes).Append('>');
    }

    private void Word() => _markup.Append(Pick(Words)).Append(Pick("", " ", " ", " ", "\n", "  "));

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
