using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Links whose address names a person: "/news/andrea-oxlip-jailed", "?author=andrea.oxlip".</summary>
/// <remarks>The whole address is the finding, because a part of it would not be one.</remarks>
internal sealed class NamingLinkRecognizer : IRecognizer
{
    private const int MaxPairs = 60;

    /// <inheritdoc/>
    public string Name => "naming-link";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var address in text.Addresses)
        {
            var score = Score(address.Text, found.PublicNames);
            if (score > 0)
            {
                found.AddInAddress(this, FindingKind.NamingLink, address.Source, score, "The address of a link holds a first name and a surname.");
            }
        }
    }

    private static double Score(string address, PublicNames publicNames)
    {
        var words = WordSplitter.Split(address.Replace('_', '-').Replace('%', '-').Replace('+', '-'));
        var best = 0.0;
        for (var i = 0; i + 1 < words.Count && i < MaxPairs; i++)
        {
            var first = Gazetteer.Words.ClassesOf(Gazetteer.Words.IdOf(words[i]));
            var last = Gazetteer.Words.ClassesOf(Gazetteer.Words.IdOf(words[i + 1]));
            var isForename = (first & WordClass.Forename) != WordClass.None && (first & (WordClass.Ambiguous | WordClass.Common)) == WordClass.None && words[i].Length > 2;
            if (!isForename || words[i + 1].Length < 3 || words[i + 1].AsSpan().ContainsAnyInRange('0', '9') || publicNames.Contains($"{words[i]} {words[i + 1]}"))
            {
                continue;
            }

            var isSurname = (last & WordClass.Surname) != WordClass.None;
            var isWord = (last & (WordClass.Common | WordClass.Ambiguous)) != WordClass.None;
            best = Math.Max(best, (isSurname, isWord) switch { (true, false) => 0.8, (true, true) => 0.55, (false, false) => 0.4, _ => 0 });
        }

        return best;
    }
}
