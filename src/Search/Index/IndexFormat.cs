namespace Blog.Search.Index;

/// <summary>The numbers of the index format that its writer and both its readers must agree on; see <c>docs/search-format.md</c>.</summary>
public static class IndexFormat
{
    /// <summary>Version of the format, in the root.</summary>
    public const int Version = 1;

    /// <summary>Folder of the index within the site.</summary>
    public const string Folder = "search/";

    /// <summary>File with what every query needs first.</summary>
    public const string Root = Folder + "root.json";

    /// <summary>Files in a folder of shards, whose name is the hash of all of them.</summary>
    public const int FilesPerFolder = 64;

    /// <summary>Postings of a list that stand in the dictionary; a list of at most <see cref="WholeInDictionary"/> stands there whole.</summary>
    public const int HeadPostings = 600;

    /// <summary>Longest list without a tail.</summary>
    public const int WholeInDictionary = 900;

    /// <summary>As <see cref="HeadPostings"/>, of the postings of posts in a list of texts.</summary>
    public const int HeadOfPosts = 160;

    /// <summary>As <see cref="WholeInDictionary"/>, of the postings of posts in a list of texts.</summary>
    public const int PostsInDictionary = 240;

    /// <summary>Postings of the first piece of a tail; each further piece has <see cref="LaterPiece"/>.</summary>
    public const int FirstPiece = 2400;

    /// <summary>Postings of a further piece of a tail.</summary>
    public const int LaterPiece = 12_000;

    /// <summary>A term in at most so many units has its positions in the dictionary.</summary>
    public const int PositionsInDictionary = 6;

    /// <summary>Units whose positions make one piece.</summary>
    public const int UnitsPerPositionPiece = 8192;

    /// <summary>A dictionary block ends with the entry that brings it to this length, before compression.</summary>
    public const int BlockLength = 8_000;

    /// <summary>A block of a word list ends with the word that brings it to this length, before compression.</summary>
    public const int WordListLength = 16_384;

    /// <summary>Units whose classes stand in one file.</summary>
    public const int UnitsPerClassFile = 4096;

    /// <summary>Longest excerpt, in UTF-16 units, without the sign that more follows.</summary>
    public const int ExcerptLength = 240;

    /// <summary>A file of a stream ends before a piece that would make it longer than this, unless the file is empty. Only phrases need positions, so those are fewer and longer.</summary>
    public static int FileLength(StreamKind stream) => stream switch
    {
        StreamKind.Lists => 24_576,
        StreamKind.PostLists => 8_192,
        StreamKind.Positions => 65_536,
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, "No such stream."),
    };

    /// <summary>How many postings lie in each piece of a list, or of one of the parts of a list of texts: the head, then the tail's pieces.</summary>
    /// <param name="postings">All postings of the list or the part; none has no piece.</param>
    /// <param name="ofPosts">Whether it is the part of the posts.</param>
    public static IEnumerable<int> Pieces(int postings, bool ofPosts = false)
    {
        if (postings <= (ofPosts ? PostsInDictionary : WholeInDictionary))
        {
            if (postings > 0)
            {
                yield return postings;
            }

            yield break;
        }

        var head = ofPosts ? HeadOfPosts : HeadPostings;
        yield return head;
        var left = postings - head;
        for (var size = FirstPiece; left > 0; size = LaterPiece)
        {
            yield return Math.Min(size, left);
            left -= size;
        }
    }
}
