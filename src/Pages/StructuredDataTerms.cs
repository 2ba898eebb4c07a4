using System.Text;
using System.Text.Json;

namespace Blog.Pages;

/// <summary>The words of schema.org that pages are described with, as keys and as kinds: the writers take them from here, and the safety check knows by them what no person wrote.</summary>
/// <remarks>Terms of https://schema.org (DiscussionForumPosting, Comment, Person, Blog), and the keywords of JSON-LD 1.1.</remarks>
internal static class StructuredDataTerms
{
    private static readonly HashSet<string> Terms = new(StringComparer.Ordinal);

    public static readonly JsonEncodedText Context = Term("@context");
    public static readonly JsonEncodedText Type = Term("@type");
    public static readonly JsonEncodedText Id = Term("@id");

    public static readonly JsonEncodedText Author = Term("author");
    public static readonly JsonEncodedText Comment = Term("comment");
    public static readonly JsonEncodedText CommentCount = Term("commentCount");
    public static readonly JsonEncodedText CreativeWorkStatus = Term("creativeWorkStatus");
    public static readonly JsonEncodedText DateModified = Term("dateModified");
    public static readonly JsonEncodedText DatePublished = Term("datePublished");
    public static readonly JsonEncodedText Description = Term("description");
    public static readonly JsonEncodedText Headline = Term("headline");
    public static readonly JsonEncodedText Identifier = Term("identifier");
    public static readonly JsonEncodedText InLanguage = Term("inLanguage");
    public static readonly JsonEncodedText Name = Term("name");
    public static readonly JsonEncodedText ParentItem = Term("parentItem");
    public static readonly JsonEncodedText Text = Term("text");
    public static readonly JsonEncodedText Url = Term("url");

    public static readonly JsonEncodedText BlogKind = Term("Blog");
    public static readonly JsonEncodedText CommentKind = Term("Comment");
    public static readonly JsonEncodedText PersonKind = Term("Person");
    public static readonly JsonEncodedText PostKind = Term("DiscussionForumPosting");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a key or kind is one of these, written without escapes.</summary>
    /// <param name="word">It, as it stands in the document.</param>
    public static bool IsTerm(ReadOnlySpan<byte> word)
    {
        const int Longest = 32;
        Span<char> letters = stackalloc char[Longest];
        return word.Length <= Longest && Ascii.IsValid(word) && Lookup.Contains(letters[..Encoding.ASCII.GetChars(word, letters)]);
    }

    private static JsonEncodedText Term(string word)
    {
        Terms.Add(word);
        return JsonEncodedText.Encode(word);
    }
}
