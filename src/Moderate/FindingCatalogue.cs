using System.Security.Cryptography;
using System.Text;
using Blog.Model;
using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>What rules and the tagger find in the texts of the vault. What rules find is read where it is kept and still holds, else found anew; the tagger is asked by <see cref="TaggerPass"/> alone.</summary>
/// <remarks>
/// What is kept holds for one text under one version of the recognizers; the version is that of the compiled program, so that no change
/// of a rule or table is ever forgotten, with the public names of the blog. For the tagger it is also that of its weights, learned ones among them, and its mode.
/// </remarks>
public sealed class FindingCatalogue
{
    private readonly VaultStore _vault;
    private readonly PublicNames _publicNames;
    private readonly string _version;
    private readonly bool _keeps;
    private readonly TagMode _mode;
    private readonly string _taggerVersion;

    private FindingCatalogue(VaultStore vault, SiteSettings settings, bool keeps)
    {
        _vault = vault;
        _publicNames = PublicNames.BuiltIn.With(settings.PublicNames);
        _keeps = keeps;
        _version = VersionOf(settings);
        _mode = vault.Tagger.Guards ? TagMode.Guard : TagMode.Suggest;
        _taggerVersion = TaggerPass.VersionOf(vault, settings);
    }

    /// <summary>A catalogue for what is published: it keeps what rules find, and is then called within a transaction. It leaves out the tagger's suggestions, which change no release.</summary>
    public static FindingCatalogue Keeping(VaultStore vault, SiteSettings settings) => new(vault, settings, keeps: true);

    /// <summary>A catalogue that only reads and finds.</summary>
    public static FindingCatalogue Reading(VaultStore vault, SiteSettings settings) => new(vault, settings, keeps: false);

    /// <summary>Version of the rules and of the blog's public names.</summary>
    internal string Version => _version;

    /// <summary>Version of the rules under a blog's settings.</summary>
    internal static string VersionOf(SiteSettings settings)
    {
        var names = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', settings.PublicNames)));
        return $"{typeof(TextFinder).Module.ModuleVersionId:N}-{Convert.ToHexStringLower(names.AsSpan(0, 8))}";
    }

    /// <summary>What is found in a unit; see <see cref="FindingsOf"/>.</summary>
    public FoundInText Of(VaultHandle unit, ProseView body, string? title)
    {
        var byRules = ByRules(unit, body, title);
        if (_keeps && _mode == TagMode.Suggest)
        {
            return new FoundInText(byRules, _mode, IsRead: true);
        }

        if (!_vault.TaggerFindings.IsCurrent(unit, _taggerVersion))
        {
            return new FoundInText(byRules, _mode, IsRead: false);
        }

        var byTagger = _vault.TaggerFindings.Of(unit).Select(kept => (kept.Field, Finding: Finding(kept))).ToList();
        return new FoundInText(byTagger.Count == 0 ? byRules : [.. Together(TextField.Title, title ?? string.Empty), .. Together(TextField.Body, body.Markdown)], _mode, IsRead: true);

        IEnumerable<(TextField Field, Finding Finding)> Together(TextField field, string text) => TextFinder.Together(text, Of(field, byRules), Of(field, byTagger)).Select(finding => (field, finding));

        static List<Finding> Of(TextField field, IEnumerable<(TextField Field, Finding Finding)> found) => [.. found.Where(each => each.Field == field).Select(each => each.Finding)];
    }

    private List<(TextField Field, Finding Finding)> ByRules(VaultHandle unit, ProseView body, string? title)
    {
        if (_vault.Findings.IsCurrent(unit, _version))
        {
            return [.. _vault.Findings.Of(unit).Select(kept => (kept.Field, Finding(kept)))];
        }

        var found = new List<(TextField Field, Finding Finding)>();
        if (title is { Length: > 0 })
        {
            found.AddRange(TextFinder.Find(ProseView.Of(title), _publicNames).Select(finding => (TextField.Title, finding)));
        }

        found.AddRange(TextFinder.Find(body, _publicNames).Select(finding => (TextField.Body, finding)));
        if (_keeps)
        {
            _vault.Findings.Replace(unit, _version, [.. found.Select(each => Kept(each.Field, each.Finding))]);
        }

        return found;
    }

    /// <summary>A finding as the store keeps it.</summary>
    internal static VaultFinding Kept(TextField field, Finding finding) =>
        new(field, finding.Range.Start, finding.Range.Length, FindingKindTable.ToWord(finding.Kind), finding.Score, finding.Recognizer, finding.Why);

    /// <summary>A kept finding.</summary>
    /// <exception cref="VaultException">Its kind is not known.</exception>
    internal static Finding Finding(VaultFinding kept) => FindingKindTable.TryParse(kept.Kind, out var kind)
        ? new Finding(kind, new TextRange(kept.Start, kept.Start + kept.Length), kept.Score, kept.Recognizer, kept.Why)
        : throw new VaultException(VaultFault.Damaged, "The private store holds a kind of finding that this program does not know.");
}
