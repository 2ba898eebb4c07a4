using Blog.Gate;
using Blog.Model;
using Blog.Redact;
using Blog.Text;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>The names by which this machine knows its operators, as secrets: a path, an author of a file or a signature must not tell who runs the site.</summary>
/// <remarks>
/// A single word that many people bear or that is an ordinary one is left out: alone it tells nobody, and it would stand in half of all threads. So is what the
/// blog's own settings say of it: an editor who publishes under their name has decided so.
/// </remarks>
internal static class OperatorSecrets
{
    /// <summary>Shown in place of a decision.</summary>
    public const string Case = "operator";

    /// <summary>The secrets.</summary>
    /// <param name="names">The operators' names.</param>
    /// <param name="settings">The blog's settings, which are public.</param>
    public static IEnumerable<Secret> Of(IEnumerable<OperatorName> names, SiteSettings settings)
    {
        var said = FoldedText.Of(string.Join('\n', [settings.Title, settings.Description, settings.Editor, settings.Address, .. settings.KeptNames, .. settings.PublicNames]));
        foreach (var form in names.Where(name => !OrdinaryNames.Contains(name.Value)).SelectMany(Forms).DistinctBy(form => (form.Text, form.Case)))
        {
            var matcher = TermMatcher.Of([form.Text]);
            if (matcher.Unsearchable.Count == 0 && matcher.Find(said).Count == 0)
            {
                yield return new Secret(Case, form.Text, SecretScope.Everywhere) { Letters = form.Case };
            }
        }
    }

    /// <summary>A name of several words in the forms of a person's name; what is one word (an account, a machine, an address) as it is.</summary>
    private static IEnumerable<TermVariant> Forms(OperatorName name) => name.Value.Contains(' ', StringComparison.Ordinal)
        ? TermVariants.Of(name.Value, FindingKind.Person, []).Where(form => form.Strength == VariantStrength.Sure && !OrdinaryNames.Contains(form.Text))
        : [new TermVariant(name.Value, VariantStrength.Sure, LetterCase.Any)];
}
