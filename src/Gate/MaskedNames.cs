using System.Globalization;
using Blog.Text;

namespace Blog.Gate;

/// <summary>Keeps names of files and addresses that hold a secret out of the messages about them.</summary>
internal static class MaskedNames
{
    /// <summary>Changes findings in place: a path that holds a secret becomes its number in the sorted list of files, a message that does loses its details.</summary>
    public static void Apply(List<GateFinding> findings, SecretSet secrets, StagedSite site)
    {
        if (secrets.Count == 0)
        {
            return;
        }

        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            var hidesFile = Holds(secrets, finding.File);
            var hidesText = finding.Case is null && Holds(secrets, finding.What); // ours name a case and nothing else
            if (hidesFile || hidesText)
            {
                findings[i] = finding with
                {
                    File = hidesFile ? Number(finding.File, site) : finding.File,
                    Place = hidesFile ? Number(finding.File, site) : finding.Place,
                    What = hidesText ? "has something wrong that cannot be named here, because it holds what a case hides." : finding.What,
                };
            }
        }
    }

    private static bool Holds(SecretSet secrets, string text)
    {
        var found = new List<FoundTerm>();
        secrets.Search(FoldedText.Of(text).Read, found);
        return found.Exists(term => term.Certainty != TermCertainty.Ordinary);
    }

    private static string Number(string file, StagedSite site)
    {
        var index = site.Files.ToList().BinarySearch(file, StringComparer.Ordinal);
        return index < 0 ? "(a file whose name is hidden)" : string.Create(CultureInfo.InvariantCulture, $"(file {index + 1} of {site.Files.Count}, its name is hidden)");
    }
}
