using Blog.Gate;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Text;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>What the safety check must look for, out of the private store: terms of decisions in all their forms, and what releases took out of each text.</summary>
/// <remarks>
/// A term of a wide scope is looked for everywhere but where another decision holds it off. What counts in one thread only is forbidden in
/// every unit of that thread, under its old id and its fresh one.
/// </remarks>
internal static class GateSecrets
{
    /// <summary>Shown in place of a decision where there is none: names that gave way to pseudonyms.</summary>
    private const string NamesCase = "names";

    private const string MasksCase = "masks";

    /// <summary>The secrets of a store, and the names of whoever works on this machine.</summary>
    public static SecretSet Of(VaultStore store, SiteSettings settings)
    {
        var (secrets, numbers) = List(store);
        return SecretSet.Of([.. secrets, .. OperatorSecrets.Of(OperatorNames.Find(), settings)], numbers);
    }

    /// <summary>The secrets of a store one by one, and the ids of the old blog that were dropped.</summary>
    public static (IReadOnlyList<Secret> Secrets, IReadOnlyList<string> Numbers) List(VaultStore store)
    {
        var released = store.Secrets.List();
        var heldOff = released.Where(secret => secret is { Scope: ReleaseSecretScope.HeldOff, Case: not null }).ToLookup(secret => secret.Case!.Value, secret => secret.PublicId); // checked
        var threads = new ThreadUnits(store.Units());
        var gathered = new Dictionary<(string Case, string Words, LetterCase Letters), HashSet<string>>();
        var everywhere = new List<Secret>();
        foreach (var decision in DecisionBook.Of(store.Decisions.List()).InForce.Where(decision => decision is { Action: DecisionAction.Redact or DecisionAction.Pseudonym, Term: not null }))
        {
            var number = CaseOf(decision.Handle);
            foreach (var form in Forms(decision))
            {
                switch (decision.Scope)
                {
                    case DecisionScope.Everywhere when form.Strength == VariantStrength.Sure:
                        everywhere.Add(new Secret(number, form.Text, SecretScope.Everywhere.Except(heldOff[decision.Handle])) { Letters = form.Case });
                        break;
                    case DecisionScope.Thread or DecisionScope.Text when decision.Unit is { } unit:
                        Add(number, form.Text, form.Case, threads.Of(unit, isThread: decision.Scope == DecisionScope.Thread).Except(heldOff[decision.Handle]));
                        break;
                    default:
                        break; // the forms of one writer, of one place, and those that need their thread: as the releases found them
                }
            }
        }

        foreach (var secret in released)
        {
            var number = secret.Case is { } made ? CaseOf(made) : secret.Scope == ReleaseSecretScope.Thread ? NamesCase : MasksCase;
            switch (secret.Scope)
            {
                case ReleaseSecretScope.Unit:
                    Add(number, secret.Words, secret.Letters, [secret.PublicId]);
                    break;
                case ReleaseSecretScope.Thread:
                    Add(number, secret.Words, secret.Letters, threads.OfPost(secret.PublicId).Except(secret.Case is { } by ? heldOff[by] : []));
                    break;
                case ReleaseSecretScope.HeldOff or ReleaseSecretScope.Id:
                    break;
                default:
                    throw new InvalidOperationException($"No rule for {secret.Scope}.");
            }
        }

        return (
            [.. everywhere, .. gathered.Select(pair => new Secret(pair.Key.Case, pair.Key.Words, SecretScope.Of(pair.Value)) { Letters = pair.Key.Letters })],
            [.. released.Where(secret => secret.Scope == ReleaseSecretScope.Id).Select(secret => secret.Words)]);

        void Add(string number, string words, LetterCase letters, IEnumerable<string> units)
        {
            if (!gathered.TryGetValue((number, words, letters), out var set))
            {
                gathered.Add((number, words, letters), set = new HashSet<string>(StringComparer.Ordinal));
            }

            set.UnionWith(units);
        }
    }

    private static IReadOnlyList<TermVariant> Forms(VaultDecision decision) =>
        TermVariants.Of(decision.Term!, FindingKindTable.TryParse(decision.Kind, out var kind) ? kind : null, decision.Variants); // the caller has checked the term

    private static string CaseOf(VaultHandle decision) => decision.Hex[..VaultHandle.ShownDigits];

    /// <summary>Public ids of whole threads.</summary>
    private sealed class ThreadUnits
    {
        private readonly ILookup<long, string> _byPost;
        private readonly Dictionary<VaultHandle, VaultUnit> _byHandle;
        private readonly Dictionary<string, long> _posts = new(StringComparer.Ordinal);

        public ThreadUnits(IReadOnlyList<VaultUnit> units)
        {
            _byPost = units.SelectMany(unit => IdsOf(unit).Select(id => (unit.PostRow, Id: id))).ToLookup(pair => pair.PostRow, pair => pair.Id);
            _byHandle = units.ToDictionary(unit => unit.Handle);
            foreach (var post in units.Where(unit => unit.CommentRow is null))
            {
                foreach (var id in IdsOf(post))
                {
                    _posts[id] = post.PostRow;
                }
            }
        }

        public IEnumerable<string> Of(VaultHandle unit, bool isThread) =>
            !_byHandle.TryGetValue(unit, out var named) ? [] : isThread ? _byPost[named.PostRow] : IdsOf(named);

        public IEnumerable<string> OfPost(string id) => _posts.TryGetValue(id, out var row) ? _byPost[row] : [id];

        private static IEnumerable<string> IdsOf(VaultUnit unit) => unit.FreshId is { } fresh ? [unit.PublicId, fresh] : [unit.PublicId];
    }
}
