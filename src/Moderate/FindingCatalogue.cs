using System.Security.Cryptography;
using System.Text;
using Blog.Model;
using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>What recognizers find in the texts of the vault: read from it where it is kept and still holds, else found anew and kept.</summary>
/// <remarks>
/// What is kept holds for one text under one version of the recognizers; the version is that of the compiled program, so that no change
/// of a rule or table is ever forgotten, with the public names of the blog.
/// </remarks>
public sealed class FindingCatalogue
{
    private readonly VaultStore _vault;
    private readonly PublicNames _publicNames;
    private readonly string _version;
    private readonly bool _keeps;

    private FindingCatalogue(VaultStore vault, SiteSettings settings, bool keeps)
    {
        _vault = vault;
        _publicNames = PublicNames.BuiltIn.With(settings.PublicNames);
        _keeps = keeps;
        var names = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', settings.PublicNames)));
        _version = $"{typeof(TextFinder).Module.ModuleVersionId:N}-{Convert.ToHexStringLower(names.AsSpan(0, 8))}";
    }

    /// <summary>A catalogue that keeps what it finds; <see cref="Of"/> is then called within a transaction.</summary>
    public static FindingCatalogue Keeping(VaultStore vault, SiteSettings settings) => new(vault, settings, keeps: true);

    /// <summary>A catalogue that only reads and finds.</summary>
    public static FindingCatalogue Reading(VaultStore vault, SiteSettings settings) => new(vault, settings, keeps: false);

    /// <summary>Version of the recognizers and of the blog's public names.</summary>
    internal string Version => _version;

    /// <summary>What is found in a unit; see <see cref="FindingsOf"/>.</summary>
    public IReadOnlyList<(TextField Field, Finding Finding)> Of(VaultHandle unit, ProseView body, string? title)
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

    private static VaultFinding Kept(TextField field, Finding finding) =>
        new(field, finding.Range.Start, finding.Range.Length, FindingKindTable.ToWord(finding.Kind), finding.Score, finding.Recognizer, finding.Why);

    private static Finding Finding(VaultFinding kept) => FindingKindTable.TryParse(kept.Kind, out var kind)
        ? new Finding(kind, new TextRange(kept.Start, kept.Start + kept.Length), kept.Score, kept.Recognizer, kept.Why)
        : throw new VaultException(VaultFault.Damaged, "The private store holds a kind of finding that this program does not know.");
}
