using System.Text.RegularExpressions;

namespace Blog.Release.Citations;

/// <summary>What a thread tells of who speaks to whom, where names and stamps are lost: by whom a comment is claimed, and whom it addresses.</summary>
internal sealed partial class ThreadVoices
{
    private const int MaxPostscript = 250;

    private readonly IReadOnlyList<CitedComment> _comments;
    private readonly Dictionary<int, HashSet<int>> _claims = [];
    private readonly int[] _follows;
    private readonly string?[] _called;
    private readonly string?[] _addresses;

    /// <summary>Reads a thread.</summary>
    public ThreadVoices(IReadOnlyList<CitedComment> comments, IReadOnlyList<IReadOnlyList<TimeCitation>> citations)
    {
        _comments = comments;
        for (var i = 0; i < comments.Count; i++)
        {
            foreach (var citation in citations[i].Where(citation => citation.IsOwn))
            {
                (_claims.TryGetValue(citation.Time.OfDay, out var claiming) ? claiming : _claims[citation.Time.OfDay] = []).Add(i);
            }
        }

        _follows = [.. comments.Select((comment, index) => comment.Text.Length is > 0 and < MaxPostscript && Postscript().IsMatch(comment.Text) ? Previous(index) : -1)];
        _addresses = [.. comments.Select(comment => Address(comment.Text))];
        _called = Called();
    }

    /// <summary>Whether two comments claim the same earlier comment as their own, and so are one person's ("my point at 11:23", twice).</summary>
    public bool AreOneByClaim(int left, int right) =>
        left != right && _claims.Values.Any(claiming => claiming.Contains(left) && claiming.Contains(right));

    /// <summary>The comment just above to which this one is a postscript by the same hand ("And please excuse the typos above"); -1 for none.</summary>
    public int FollowsUp(int comment) => _follows[comment];

    /// <summary>Whether a comment speaks to the writer of another by name ("Andrew, you …").</summary>
    public bool SpeaksTo(int speaking, int comment) => _addresses[speaking] is { } name && _called[comment] == name;

    /// <summary>Whether two comments are known to be one person's, or two, from what stood beside them or how they are called; null where nothing is known.</summary>
    public bool? AreOneByName(int left, int right)
    {
        if (_called[left] is { } called && called == _called[right])
        {
            return true;
        }

        return (_comments[left].Identity, _comments[right].Identity) switch
        {
            ({ } a, { } b) => a == b,
            _ => null,
        };
    }

    private int Previous(int comment)
    {
        for (var i = comment - 1; i >= 0; i--)
        {
            if (_comments[i].Parent == _comments[comment].Parent)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// The name by which the writer of a top-level comment is called: the first reply under it that opens with a name speaks to that
    /// comment's writer. Two replies with two names leave it open.
    /// </summary>
    private string?[] Called()
    {
        var called = new string?[_comments.Count];
        var doubtful = new HashSet<int>();
        for (var i = 0; i < _comments.Count; i++)
        {
            if (_comments[i].Parent is not { } parent || _addresses[i] is not { } name)
            {
                continue;
            }

            if (called[parent] is { } other && other != name)
            {
                doubtful.Add(parent);
            }

            called[parent] ??= name;
        }

        foreach (var comment in doubtful)
        {
            called[comment] = null;
        }

        return called;
    }

    private static string? Address(string text)
    {
        var match = Vocative().Match(text);
        return match.Success && SecondPerson().IsMatch(text) && !Openers().IsMatch(match.Groups["name"].Value) ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"^\s*@?(?<name>\p{Lu}\p{L}{2,20})(?: \p{Lu}\p{L}{1,20})?\s*(?:,|:| [-–—] )", RegexOptions.CultureInvariant)]
    private static partial Regex Vocative();

    [GeneratedRegex(@"^\s*(?:p\.?\s?s\b|also,? i\b|and (?:another|one more|please|sorry|apologies)\b|sorry,? (?:for|about) (?:the|my|any)\b|correction\b|oops\b|i meant\b|should (?:read|say|have read)\b|that should\b)|\b(?:excuse|forgive|ignore|sorry for|apologies for) (?:the |my |any |all )*(?:typos?|typing|spelling|errors|mistakes|grammar)\b|\b(?:typos?|mistakes?) above\b|\bmy (?:last|previous|earlier) (?:comment|post) (?:should|was meant)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Postscript();

    [GeneratedRegex(@"\b(?:you|your|you're|you’re|you've|you’ve|yours)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SecondPerson();

    [GeneratedRegex(@"^(?:Yes|Well|Actually|However|Sorry|Agreed|Indeed|True|Anyway|Also|Although|And|But|Maybe|Perhaps|Please|Really|Sadly|Unfortunately|Still|Then|Thanks|Thank|Hello|Dear|Exactly|Absolutely|Totally|Personally|Frankly|Honestly|Surely|Firstly|Secondly|Finally|Meanwhile|Interesting|Interestingly|Correct|Right|Wrong|Quote|Question|Guys|Folks|Colleagues|Everyone|All|Anon|Anonymous|Unknown|Not|The|This|That|Today|Yesterday|Now|So|Yep|Nope|Okay|Oh|Ah|Great|Good|Brilliant|Excellent|Rubbish|Nonsense|Ha|Lol|Warning|Note|Update|News|From|For|Again|Yeah)$", RegexOptions.CultureInvariant)]
    private static partial Regex Openers();
}
