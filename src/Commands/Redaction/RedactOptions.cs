using System.CommandLine;
using Blog.Moderate;
using Blog.Redact;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary>Options and steps that the verbs of <c>redact</c> share.</summary>
internal static class RedactOptions
{
    private static readonly Dictionary<string, DecisionScope> Scopes = new Dictionary<string, DecisionScope>(StringComparer.Ordinal)
    {
        ["place"] = DecisionScope.Place,
        ["text"] = DecisionScope.Text,
        ["thread"] = DecisionScope.Thread,
        ["writer"] = DecisionScope.Writer,
        ["everywhere"] = DecisionScope.Everywhere,
    };

    public static Option<string?> Scope(string description) => new("--scope") { Description = description, HelpName = "SCOPE" };

    public static Option<string?> Kind() => new("--kind") { Description = "What it is: " + string.Join(", ", FindingKindTable.Words) + ".", HelpName = "KIND" };

    public static Option<string?> As() => new("--as") { Description = "What stands instead: plain words (\"about a year\"), or a mark ([redacted: Officer A]). Default: the mark of its kind.", HelpName = "WORDS" };

    public static Option<string?> Reason() => new("--reason") { Description = "Why; kept in the private store.", HelpName = "WORDS" };

    public static Option<string?> Actor() => new("--actor") { Description = "Your pen name, under which the decision is kept; default: BLOG_ACTOR, else the store's own.", HelpName = "NAME" };

    public static Option<bool> Reveal() => new("--reveal") { Description = "Show the words themselves. Not where somebody looks over your shoulder, and not into a log." };

    /// <summary>The scope of a word.</summary>
    /// <exception cref="UsageException">It is none, or not one of those allowed.</exception>
    public static DecisionScope ScopeOf(string word, params IEnumerable<DecisionScope> allowed)
    {
        var names = Scopes.Where(scope => allowed.Contains(scope.Value)).Select(scope => scope.Key);
        return Scopes.TryGetValue(word, out var scope) && allowed.Contains(scope)
            ? scope
            : throw new UsageException($"The scope is one of: {string.Join(", ", names)}. Nothing was changed.");
    }

    /// <summary>The kind of a word; null where none was given.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static FindingKind? KindOf(string? word) =>
        word is null ? null
        : FindingKindTable.TryParse(word, out var kind) ? kind
        : throw new UsageException($"The kind is one of: {string.Join(", ", FindingKindTable.Words)}. Nothing was changed.");

    /// <summary>Runs a verb over the open store; what cannot be decided as asked is wrong use.</summary>
    public static int Run(ParseResult parse, Option<string> blog, Option<string?> vault, Func<BlogFolder, VaultStore, int> verb)
    {
        var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
        using var store = VaultAccess.Open(folder, parse.GetValue(vault));
        try
        {
            return verb(folder, store);
        }
        catch (ModerationException e)
        {
            throw new UsageException(e.Message + " Nothing was changed.");
        }
    }

    /// <summary>A finding as it is named: the unit's reference, a dot, and its number in <c>redact show</c>.</summary>
    public static (string Unit, int? Number) Reference(string reference)
    {
        var dot = reference.LastIndexOf('.');
        return dot > 0 && !reference.Contains('#', StringComparison.Ordinal) && int.TryParse(reference.AsSpan(dot + 1), out var number)
            ? (reference[..dot], number)
            : reference.LastIndexOf(':') is > 0 and var colon && int.TryParse(reference.AsSpan(colon + 1), out var after)
                ? (reference[..colon], after)
                : (reference, null);
    }
}
