using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Blog.Html;

/// <summary>
/// Parses fragments of markup as a browser that runs scripts would parse them within a body; nothing is ever run or loaded. Scripting counts
/// as on, so that <c>noscript</c> is one text that goes with its element. Not safe for use by several threads at once.
/// </summary>
internal sealed class FragmentParser
{
    private readonly HtmlParser _parser = new(new HtmlParserOptions { IsScripting = true });
    private readonly IElement _body;

    public FragmentParser() => _body = _parser.ParseDocument(string.Empty).Body!; // not null: the parser makes one for every document

    /// <summary>The nodes of a fragment. The caller has asked <see cref="MarkupLimits"/> first.</summary>
    public INodeList Parse(string markup) => _parser.ParseFragment(markup, _body);
}
