using System.Buffers;
using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Handles ("@gullwing72", "I am gullwing72 on Twitter") and links to somebody's profile.</summary>
internal sealed partial class HandleRecognizer : IRecognizer
{
    private const int MinLength = 3;
    private const int MaxTopLevel = 13;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <inheritdoc/>
    public string Name => "handle";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        for (var at = text.Text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf('@', at + 1))
        {
            AddAt(text, found, at);
        }

        if ((text.Classes & WordClass.Service) != WordClass.None)
        {
            foreach (Match match in Called().Matches(text.Text))
            {
                var handle = match.Groups["handle"];
                var isOrdinary = IsOrdinary(handle.ValueSpan) && text.Text[handle.Index - 1] != '@'; // "Twitter is needed"
                found.Add(this, FindingKind.Handle, handle.Index, handle.Index + handle.Length, isOrdinary ? 0.3 : 0.7, isOrdinary
                    ? "An ordinary word after the name of a service where people have handles."
                    : "A word after the name of a service where people have handles.");
            }
        }

        if (HasAddress(text.Text))
        {
            foreach (var match in Profile().EnumerateMatches(text.Text))
            {
                found.Add(this, FindingKind.Handle, match.Index, match.Index + match.Length, 0.85, "The address of a profile.");
            }
        }

        foreach (var address in text.Addresses)
        {
            if (HasAddress(address.Text) && Profile().IsMatch(address.Text))
            {
                found.AddInAddress(this, FindingKind.Handle, address.Source, 0.9, "A link to a profile.");
            }
        }
    }

    /// <summary>Whether a slash stands after a stop and letters, as after a domain: every profile has it, prose rarely.</summary>
    private static bool HasAddress(string text)
    {
        for (var slash = text.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = text.IndexOf('/', slash + 1))
        {
            var before = text.AsSpan(Math.Max(0, slash - MaxTopLevel), Math.Min(slash, MaxTopLevel));
            var stop = before.LastIndexOf('.');
            if (stop >= 0 && before[(stop + 1)..].IndexOfAnyExcept(Letters) < 0)
            {
                return true;
            }
        }

        return false;
    }

    private void AddAt(ScannedText text, FoundList found, int at)
    {
        var end = at + 1;
        while (end < text.Text.Length && end - at < 40 && (char.IsAsciiLetterOrDigit(text.Text[end]) || text.Text[end] == '_'))
        {
            end++;
        }

        var word = text.Text.AsSpan(at + 1, end - at - 1);
        var isInside = at > 0 && (char.IsLetterOrDigit(text.Text[at - 1]) || text.Text[at - 1] is '.' or '_' or '-');
        if (isInside || word.Length < MinLength || !char.IsAsciiLetter(word[0]))
        {
            return;
        }

        if (!IsOrdinary(word) && !word.Equals("anon", StringComparison.OrdinalIgnoreCase))
        {
            found.Add(this, FindingKind.Handle, at, end, word.ContainsAnyInRange('0', '9') || word.Contains('_') ? 0.9 : 0.7, "An at sign with a word that is no ordinary one.");
        }
    }

    private static bool IsOrdinary(ReadOnlySpan<char> word) => (Gazetteer.Words.ClassesOf(Gazetteer.Words.IdOf(word)) & WordClass.Common) != WordClass.None;

    [GeneratedRegex(@"\b(?:twitter|tweet me|instagram|insta|snapchat|snap|tiktok|telegram|skype|discord|reddit|gamertag|psn|xbox live|kik|my handle|my username|user ?name|my user ?id)(?: handle| name| username| id| account)?(?: is|:| -| =| me (?:at|on|as)) {0,2}@?(?<handle>(?!http|www|the\b|a\b|an\b|not\b|now\b|full\b|good\b|great\b|where\b|what\b|no\b|very\b|that\b|this\b|so\b|down\b|all\b|just\b|my\b|more\b|really\b|still\b|is\b|used\b|being\b|only\b|also\b|always\b|here\b|there\b)[A-Za-z][A-Za-z0-9_.]{3,30}(?<![.]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Called();

    // Addresses of a service itself (its search, its share button, a group) are nobody's profile.
    [GeneratedRegex(@"(?<![\p{L}\p{N}-])(?:github\.com/(?!(?:about|features|topics|search|login|orgs|sponsors|marketplace)\b)[\w-]{3,60}/?(?=$|[\s?#)])|(?:facebook|fb|twitter|x|instagram|tiktok|threads|soundcloud|pinterest|tumblr|medium|vimeo|flickr)\.com/(?!(?:home|share|sharer|search|intent|hashtag|groups|pages|events|watch|login|explore|i|about|help|privacy|legal|policies|tos|photo|photos|photo\.php|story\.php|sharer\.php|share\.php|dialog|plugins|marketplace|features|topics|people|notifications|settings)(?:[/?#]|$))@?[\w.%-]{3,60}|linkedin\.com/(?:in|pub)/[\w.%-]{3,80}|blogger\.com/profile/[0-9]{5,25}|draft\.blogger\.com/profile/[0-9]{5,25}|plus\.google\.com/(?:u/[0-9]/)?\+?[\w.%-]{4,40}|profiles\.google\.com/[\w.%-]{4,60}|youtube\.com/(?:user/|c/|channel/|@)[\w.%-]{3,60}|reddit\.com/(?:u|user)/[\w-]{3,30}|disqus\.com/by/[\w-]{3,60}|gravatar\.com/[\w-]{3,60}|t\.me/[\w]{4,40}|wa\.me/[0-9]{8,15}|(?:bsky\.app/profile/|mastodon\.[a-z]{2,12}/@)[\w.-]{3,60}|friendsreunited\.co\.uk/[\w.%-]{3,60})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Profile();
}
