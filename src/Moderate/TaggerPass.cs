using System.Security.Cryptography;
using System.Text;
using Blog.Model;
using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Has the tagger read what it has not read yet, a thread at a time: what one text of a thread shows to be a name is a name in all of them.</summary>
/// <remarks>
/// It is no part of an import: it takes several times as long as all rules together. Each thread is kept in a transaction of its own, so that a run that ends anywhere is taken up again where it
/// ended. A text counts as read under one version: of the program, its weights and the learned ones, the mode, the public names, and the words of the text.
/// </remarks>
public sealed class TaggerPass
{
    private readonly VaultStore _vault;
    private readonly PublicNames _publicNames;
    private readonly TagMode _mode;
    private readonly string _version;
    private readonly string _rules;
    private readonly SortedDictionary<long, int> _threads = [];
    private readonly LearnedWeights? _learned;
    private TextTagger? _tagger;

    /// <summary>Sees what is to be read.</summary>
    /// <param name="vault">The private store; its mode and weights must not change under a pass.</param>
    /// <param name="settings">The blog's own list of public names.</param>
    public TaggerPass(VaultStore vault, SiteSettings settings)
    {
        _vault = vault;
        _publicNames = PublicNames.BuiltIn.With(settings.PublicNames);
        _mode = vault.Tagger.Guards ? TagMode.Guard : TagMode.Suggest;
        _version = VersionOf(vault, settings);
        _learned = vault.Tagger.Learned();
        _rules = FindingCatalogue.VersionOf(settings);
        foreach (var (post, texts) in vault.TaggerFindings.OutdatedThreads(_version))
        {
            _threads.Add(post, texts);
            Remaining += texts;
        }
    }

    /// <summary>Texts that it has not read.</summary>
    public int Remaining { get; private set; }

    /// <summary>The tagger as this store uses it: with what was learned here.</summary>
    public TextTagger Tagger => _tagger ??= TaggerOf(_learned);

    /// <summary>How much it reports here.</summary>
    public TagMode Mode => _mode;

    /// <summary>Version of the tagger as this store uses it.</summary>
    public static string VersionOf(VaultStore vault, SiteSettings settings)
    {
        var mode = vault.Tagger.Guards ? "guard" : "suggest";
        var learned = Convert.ToHexStringLower(SHA256.HashData((vault.Tagger.Learned()?.Weights ?? default).Span));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{FindingCatalogue.VersionOf(settings)} {mode} {learned}")).AsSpan(0, 12));
    }

    /// <summary>The tagger with what was learned, where that belongs to the shipped weights.</summary>
    internal static TextTagger TaggerOf(LearnedWeights? learned) => learned is not null && TextTagger.Understands(learned.Shipped.Span) ? TextTagger.With(learned.Weights) : TextTagger.Shipped;

    /// <summary>How many texts of a thread it has not read.</summary>
    /// <param name="post">Row of the thread's post.</param>
    public int RemainingOf(long post) => _threads.GetValueOrDefault(post);

    /// <summary>The next thread with something to read, by the row of its post; null where everything is read.</summary>
    public long? Next() => _threads.Count == 0 ? null : _threads.First().Key;

    /// <summary>Takes the texts of a thread out of the store.</summary>
    /// <param name="post">Row of the thread's post.</param>
    public IReadOnlyList<UnreadText> Take(long post)
    {
        var head = _vault.Post(post);
        var texts = new List<UnreadText>();
        if (head.Title is { Length: > 0 } title)
        {
            texts.Add(new UnreadText(head.Handle, TextField.Title, title, PersonsIn(head.Handle, TextField.Title)));
        }

        texts.Add(new UnreadText(head.Handle, TextField.Body, head.Markdown, PersonsIn(head.Handle, TextField.Body)));
        texts.AddRange(_vault.Comments(post).Select(comment => new UnreadText(comment.Handle, TextField.Body, comment.Markdown, PersonsIn(comment.Handle, TextField.Body))));
        return texts;
    }

    /// <summary>Reads the texts of a thread. Touches no store: it may run beside whoever uses that.</summary>
    public ILookup<VaultHandle, VaultFinding> Read(IReadOnlyList<UnreadText> texts)
    {
        var found = Tagger.Find([.. texts.Select(text => ProseView.Of(text.Markdown))], [.. texts.Select(text => text.Persons)], _publicNames, _mode);
        return texts.SelectMany((text, i) => found[i].Select(finding => (text.Unit, Finding: FindingCatalogue.Kept(text.Field, finding)))).ToLookup(each => each.Unit, each => each.Finding);
    }

    /// <summary>Keeps what was found in a thread, in a transaction of its own. The texts must be in the store as they were taken out.</summary>
    /// <param name="post">Row of the thread's post.</param>
    /// <param name="texts">Its texts.</param>
    /// <param name="found">What was found in them.</param>
    public void Keep(long post, IReadOnlyList<UnreadText> texts, ILookup<VaultHandle, VaultFinding> found)
    {
        using var transaction = _vault.BeginTransaction();
        foreach (var unit in texts.Select(text => text.Unit).Distinct())
        {
            _vault.TaggerFindings.Replace(unit, _version, [.. found[unit]]);
        }

        transaction.Commit();
        Remaining -= RemainingOf(post);
        _threads.Remove(post);
    }

    /// <summary>Reads everything that is left.</summary>
    /// <param name="progress">Told how many texts are read, of how many.</param>
    /// <param name="token">Stops between two threads; what was read stays.</param>
    public void Run(Action<int, int> progress, CancellationToken token)
    {
        var all = Remaining;
        progress(0, all);
        while (Next() is { } post)
        {
            token.ThrowIfCancellationRequested();
            var texts = Take(post);
            Keep(post, texts, Read(texts));
            progress(all - Remaining, all);
        }
    }

    /// <summary>Where rules found a person's name in a text; nothing where what they found is out of date.</summary>
    private List<TextRange> PersonsIn(VaultHandle unit, TextField field) => !_vault.Findings.IsCurrent(unit, _rules) ? [] :
        [.. _vault.Findings.Of(unit).Where(kept => kept.Field == field).Select(FindingCatalogue.Finding).Where(found => found is { Kind: FindingKind.Person, IsNearMiss: false }).Select(found => found.Range)];
}
