using System.Security.Cryptography;
using System.Text;
using Blog.Gate;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Source;
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

    /// <summary>Before the name of a text of which something was masked that nobody decided on.</summary>
    private const string MaskCase = "mask-";

    /// <summary>The secrets of a store, and the names of whoever works on this machine.</summary>
    public static SecretSet Of(VaultStore store, SiteSettings settings)
    {
        var (secrets, numbers) = List(store);
        return SecretSet.Of([.. secrets, .. OperatorSecrets.Of(OperatorNames.Find(), settings)], numbers, Erased(store));
    }

    /// <summary>What was erased from a store: it is looked for by keyed numbers, since nobody has the words any more.</summary>
    private static ErasedSecrets Erased(VaultStore store)
    {
        var list = ErasureList.Of(store);
        if (list.Terms.IsEmpty || !SealKey.TryParse(list.SealKeyText, out var key))
        {
            return new ErasedSecrets(list.Passages, null) { Fingerprint = list.Fingerprint() };
        }

        var units = store.Units();
        var posts = units.Where(unit => unit.CommentRow is null).ToDictionary(unit => unit.PostRow, unit => unit.PublicId);
        var threads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            threads[unit.PublicId] = posts[unit.PostRow];
            if (unit.FreshId is { } fresh)
            {
                threads[fresh] = posts[unit.PostRow];
            }
        }

        var file = SealedRedactions.Make(list.Salt, [.. list.Forms], [.. list.TermEntries], VaultAccess.Random.GetBytes);
        var placed = string.Join('\n', threads.Select(unit => $"{unit.Key} {unit.Value}").Order(StringComparer.Ordinal)); // its scopes are threads
        return new ErasedSecrets(list.Passages, new SealedSecrets(file, key, threads)) { Fingerprint = SHA256.HashData([.. list.Fingerprint(), .. Encoding.UTF8.GetBytes(placed)]) };
    }

    /// <summary>The secrets of a store one by one, and the ids of the old blog that were dropped.</summary>
    public static (IReadOnlyList<Secret> Secrets, IReadOnlyList<string> Numbers) List(VaultStore store)
    {
        var released = store.Secrets.List();
        var heldOff = released.Where(secret => secret is { Scope: ReleaseSecretScope.HeldOff, Case: not null }).ToLookup(secret => secret.Case!.Value, secret => secret.PublicId); // checked
        var threads = new ThreadUnits(store.Units());
        var gathered = new Dictionary<(string Case, string Words, LetterCase Letters), Places>();
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
                    case DecisionScope.Thread when decision.Unit is { } unit && threads.TryThread(unit, out var thread):
                        Gather(number, form.Text, form.Case, decision.Handle).Threads.Add(thread);
                        break;
                    case DecisionScope.Thread or DecisionScope.Text when decision.Unit is { } unit:
                        Gather(number, form.Text, form.Case, decision.Handle).Units.UnionWith(threads.IdsOf(unit));
                        break;
                    default:
                        break; // the forms of one writer, of one place, and those that need their thread: as the releases found them
                }
            }
        }

        foreach (var secret in released)
        {
            var number = secret.Case is { } made ? CaseOf(made) : secret.Scope == ReleaseSecretScope.Thread ? NamesCase : MaskCase + threads.NameOf(secret.PublicId);
            switch (secret.Scope)
            {
                case ReleaseSecretScope.Unit:
                    Gather(number, secret.Words, secret.Letters, null).Units.Add(secret.PublicId);
                    break;
                case ReleaseSecretScope.Thread when threads.TryThreadOfPost(secret.PublicId, out var thread):
                    Gather(number, secret.Words, secret.Letters, secret.Case).Threads.Add(thread);
                    break;
                case ReleaseSecretScope.Thread:
                    Gather(number, secret.Words, secret.Letters, secret.Case).Units.Add(secret.PublicId);
                    break;
                case ReleaseSecretScope.HeldOff or ReleaseSecretScope.Id:
                    break;
                default:
                    throw new InvalidOperationException($"No rule for {secret.Scope}.");
            }
        }

        return (
            [.. everywhere, .. gathered.Select(pair => new Secret(pair.Key.Case, pair.Key.Words, ScopeOf(pair.Value)) { Letters = pair.Key.Letters, Remedy = RemedyOf(pair.Key.Case) })],
            [.. released.Where(secret => secret.Scope == ReleaseSecretScope.Id).Select(secret => secret.Words)]);

        Places Gather(string number, string words, LetterCase letters, VaultHandle? decision)
        {
            if (!gathered.TryGetValue((number, words, letters), out var places))
            {
                gathered.Add((number, words, letters), places = new Places());
            }

            places.Decision ??= decision;
            return places;
        }

        SecretScope ScopeOf(Places places)
        {
            var scope = SecretScope.Of(places.Threads, threads.Map, places.Units);
            return places.Decision is { } decision ? scope.Except(heldOff[decision].Except(places.Units, StringComparer.Ordinal)) : scope; // what a release took out of a text was not kept there
        }
    }

    private static IReadOnlyList<TermVariant> Forms(VaultDecision decision) =>
        TermVariants.Of(decision.Term!, FindingKindTable.TryParse(decision.Kind, out var kind) ? kind : null, decision.Variants); // the caller has checked the term

    /// <summary>What was masked without a decision has none to change: a person says what is to become of it in the text itself.</summary>
    private static string? RemedyOf(string number) => !number.StartsWith(MaskCase, StringComparison.Ordinal) ? null
        : $"It was masked in text {number[MaskCase.Length..]} and stands here too. Look at it (redact show {number[MaskCase.Length..]} --reveal); take it out of both (redact accept ... --scope thread), or keep it in that text if it gives nobody away (redact keep), release and build again.";

    private static string CaseOf(VaultHandle decision) => decision.Hex[..VaultHandle.ShownDigits];

    /// <summary>Where one form of one case is forbidden.</summary>
    private sealed class Places
    {
        /// <summary>Whole threads, by the rows of their posts.</summary>
        public HashSet<long> Threads { get; } = [];

        /// <summary>Single posts and comments, by their public ids.</summary>
        public HashSet<string> Units { get; } = new(StringComparer.Ordinal);

        /// <summary>The decision whose kept places do not count; null where no place can be kept.</summary>
        public VaultHandle? Decision { get; set; }
    }

    /// <summary>Finds the threads of posts and comments.</summary>
    private sealed class ThreadUnits
    {
        private readonly Dictionary<VaultHandle, VaultUnit> _byHandle;
        private readonly Dictionary<string, long> _posts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

        public ThreadUnits(IReadOnlyList<VaultUnit> units)
        {
            Map = new ThreadsOfUnits(units.SelectMany(unit => IdsOf(unit).Select(id => (id, unit.PostRow))));
            _byHandle = units.ToDictionary(unit => unit.Handle);
            foreach (var unit in units)
            {
                foreach (var id in IdsOf(unit))
                {
                    _names[id] = unit.Handle.Hex[..VaultHandle.ShownDigits];
                    if (unit.CommentRow is null)
                    {
                        _posts[id] = unit.PostRow;
                    }
                }
            }
        }

        public ThreadsOfUnits Map { get; }

        public bool TryThread(VaultHandle unit, out long thread)
        {
            thread = _byHandle.TryGetValue(unit, out var named) ? named.PostRow : 0;
            return thread != 0;
        }

        /// <summary>The first digits of a text's random name; of a text that the store does not have any more, its public id.</summary>
        public string NameOf(string id) => _names.GetValueOrDefault(id, id);

        public bool TryThreadOfPost(string id, out long thread) => _posts.TryGetValue(id, out thread);

        public IEnumerable<string> IdsOf(VaultHandle unit) => _byHandle.TryGetValue(unit, out var named) ? IdsOf(named) : [];

        private static IEnumerable<string> IdsOf(VaultUnit unit) => unit.FreshId is { } fresh ? [unit.PublicId, fresh] : [unit.PublicId];
    }
}
