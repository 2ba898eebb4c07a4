using System.Text;
using Blog.Guests;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Source;
using Blog.Text;
using Blog.Vault;

namespace Blog.Release.Erasure;

/// <summary>Erases posts and comments from the store, from <c>input/</c> and from what waits in <c>.build</c>. What was published is not its part.</summary>
/// <remarks>
/// In this order, each durable before the next: the erasure list, so that nothing can come back any more; the store, in one transaction; the files. Cut off anywhere, the same erasure run again finds what
/// is left by the list, since it has the text no more. An erasure that was cut off has said nothing; only its end says that it is done.
/// </remarks>
public sealed class Eraser
{
    private readonly VaultStore _vault;
    private readonly BlogFolder _folder;
    private readonly SiteSettings _settings;
    private readonly VaultEraser _eraser;

    /// <summary>Prepares.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="folder">The blog.</param>
    /// <param name="settings">Its settings: names that stay under its policy are no secret.</param>
    public Eraser(VaultStore vault, BlogFolder folder, SiteSettings settings)
    {
        _vault = vault;
        _folder = folder;
        _settings = settings;
        List = ErasureList.Of(vault);
        _eraser = new VaultEraser(vault, List);
    }

    /// <summary>The list, by which also the published site is searched.</summary>
    public ErasureList List { get; }

    /// <summary>What an erasure would do. Nothing is changed.</summary>
    /// <param name="units">Posts and comments.</param>
    public ErasurePlan Plan(IReadOnlyList<VaultUnit> units)
    {
        units = UnitSearch.WithTwins(_vault, units);
        Add(units);
        var names = units.SelectMany(IdsOf).ToHashSet(StringComparer.Ordinal);
        var handles = units.Select(unit => unit.Handle).ToHashSet();
        return new ErasurePlan(
            units,
            units.Count(_eraser.HasWords),
            units.Count(unit => _eraser.HasWords(unit) && List.Passages.Find(_eraser.Text(unit)).Count == 0),
            [.. _eraser.Quoting(ThreadsOf(units)).Where(handle => !handles.Contains(handle))],
            [.. Files().Where(file => Changed(file, File.ReadAllText(_folder.InputFile(file)), names) != FileFate.Same)],
            [.. _vault.Copies.List().Where(copy => copy.Gone is null)]);
    }

    /// <summary>Erases. The list is written first; then the store; then files.</summary>
    /// <param name="units">Posts and comments; those that were erased before are completed.</param>
    /// <param name="keepQuotes">Leaves quotes in other people's texts of the store; the safety check finds them where they are published.</param>
    /// <exception cref="VaultException">The disk refused; run it again. Or a guest's text is among them and the sealed part is locked, or the actor may not erase, or a second person has to confirm it first, and nothing was changed.</exception>
    public VaultErasure Erase(IReadOnlyList<VaultUnit> units, bool keepQuotes)
    {
        units = UnitSearch.WithTwins(_vault, units);
        _vault.Roles.Require(EditorTask.Erase);
        var begun = Begun.ToHashSet();
        var first = units.Select(unit => unit.Handle).Where(unit => !begun.Contains(unit)).ToList(); // what was cut off was confirmed when it was begun
        var confirmed = first.Count == 0 ? null : _vault.Confirmations.Check(ConfirmedAct.Erasure, first);
        var guests = _vault.Guests.List().Where(guest => units.Any(unit => unit.CommentRow is null && unit.PostRow == guest.PostRow)).ToList();
        guests.ForEach(guest => _vault.Sealed.TryGet(SealedKind.Guest, guest.Handle, out _)); // refuses while it is locked, before anything is changed: the drafts go with the posts
        Add(units);
        List.Save();
        var names = units.SelectMany(IdsOf).ToHashSet(StringComparer.Ordinal);
        VaultErasure done;
        using (var transaction = _vault.BeginTransaction())
        {
            done = _eraser.Erase(units, ThreadsOf(units), keepQuotes);
            guests.ForEach(guest => new GuestBook(_vault, _vault.Time).Erase(guest.Handle));
            if (confirmed is { } used)
            {
                _vault.Confirmations.Use(used); // with the erasure itself: cut off before, both are still to be done
            }

            foreach (var file in _vault.Released.List().Where(file => IsText(file.Path) && _vault.Released.TryGetBytes(file.Path, out _)))
            {
                _vault.Released.TryGetBytes(file.Path, out var bytes);
                var text = Encoding.UTF8.GetString(bytes!); // not null: checked
                switch (Changed(file.Path, text, names))
                {
                    case FileFate.Rewritten:
                        _vault.Released.Rewrite(file.Path, Encoding.UTF8.GetBytes(Rewritten(file.Path, text, names)));
                        break;
                    case FileFate.Gone:
                        _vault.Released.Erase(file.Path);
                        break;
                    case FileFate.Same:
                        break;
                    default:
                        throw new InvalidOperationException("No such fate.");
                }
            }

            foreach (var picture in _vault.Released.List().Where(file => done.PublishedPictures.Contains(Path.GetFileNameWithoutExtension(file.Path))))
            {
                _vault.Released.Erase(picture.Path);
            }

            transaction.Commit();
        }

        RewriteInput(names, done.PublishedPictures);
        ClearWork(names);
        return done;
    }

    /// <summary>Posts and comments whose erasure was begun and cut off.</summary>
    public IReadOnlyList<VaultHandle> Begun => _eraser.UnitsBegun;

    /// <summary>Writes the store's file anew, so that nothing deleted is left in it or in its log.</summary>
    public void Finish() => _eraser.Finish();

    /// <summary>Says that the erasure is done, everywhere. The last step, after the proof.</summary>
    public void Complete() => _eraser.Complete();

    /// <summary>Enters the units in the list: what they are in their archives, their passages, the names that go with them.</summary>
    private void Add(IReadOnlyList<VaultUnit> units)
    {
        var texts = units.Where(_eraser.HasWords).ToList();
        foreach (var unit in units)
        {
            var (format, key, kind, id, _) = _eraser.EntryOf(unit);
            List.AddEntry(format, key, kind, id);
        }

        var others = _eraser.PassagesOfEarlier(texts);
        foreach (var unit in texts)
        {
            List.AddText(_eraser.Text(unit), others);
        }

        AddTerms(texts);
        foreach (var thread in texts.GroupBy(unit => unit.PostRow))
        {
            AddNames(thread.Key, [.. thread.Select(unit => unit.Handle)]);
        }
    }

    /// <summary>What was redacted in the texts alone: its words go with them, and the safety check goes on looking for them where it did, under the texts' own ids.</summary>
    private void AddTerms(IReadOnlyList<VaultUnit> texts)
    {
        var meant = texts.ToDictionary(unit => unit.Handle);
        var ids = texts.SelectMany(unit => IdsOf(unit).Select(id => (id, unit))).ToDictionary(pair => pair.id, pair => pair.unit, StringComparer.Ordinal);
        var terms = _vault.Secrets.List().Where(secret => secret.Scope == ReleaseSecretScope.Unit && ids.ContainsKey(secret.PublicId)).Select(secret => (Unit: ids[secret.PublicId], secret.Words, secret.Letters))
            .Concat(DecisionBook.Of(_vault.Decisions.List()).InForce
                .Where(decision => decision is { Action: DecisionAction.Redact, Scope: DecisionScope.Text or DecisionScope.Place, Term: not null, Unit: { } unit } && meant.ContainsKey(unit))
                .SelectMany(decision => TermVariants.Of(decision.Term!, FindingKindTable.TryParse(decision.Kind, out var kind) ? kind : null, decision.Variants) // checked just before
                    .Where(form => form.Strength == VariantStrength.Sure).Select(form => (Unit: meant[decision.Unit!.Value], Words: form.Text, Letters: form.Case)))) // as above
            .Distinct().ToList();
        foreach (var (unit, words, letters) in terms)
        {
            foreach (var id in IdsOf(unit))
            {
                List.AddTerm(words, letters, SealScope.Unit(id));
            }
        }
    }

    /// <summary>Names of writers who are left with no text in the thread: under a policy that hides them, their mentions must not come out.</summary>
    private void AddNames(long postRow, HashSet<VaultHandle> going)
    {
        if (_settings.Anonymity.Commenters == CommenterPolicy.Keep)
        {
            return;
        }

        var post = _vault.Post(postRow);
        var comments = _vault.Comments(postRow);
        var staying = comments.Where(comment => !going.Contains(comment.Handle)).Select(comment => comment.Author?.Name).Append(going.Contains(post.Handle) ? null : post.Author?.Name).OfType<string>().Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);
        var kept = _settings.KeptNames.Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);
        var names = comments.Where(comment => going.Contains(comment.Handle)).Select(comment => comment.Author).Append(going.Contains(post.Handle) ? post.Author : null)
            .Where(author => author is { Identity: not null, Name: not null }).Select(author => author!.Name!) // checked
            .Where(name => !staying.Contains(NameFolding.Fold(name)) && !kept.Contains(NameFolding.Fold(name))).Distinct(StringComparer.Ordinal).ToList();
        var unit = _vault.Units().First(each => each.Handle == post.Handle);
        foreach (var (words, letters, _) in new NameMentions(names.Select(name => new NameTerm(name, NameMentions.NameMark))).Sought)
        {
            foreach (var scope in IdsOf(unit).Select(SealScope.Thread).Append(ErasureList.ThreadScope(post.SourceFormat, post.SourceKey, post.SourceId)))
            {
                List.AddTerm(words, letters, scope);
            }
        }
    }

    private void RewriteInput(IReadOnlySet<string> names, IReadOnlyList<string> pictures)
    {
        foreach (var file in Files())
        {
            var path = _folder.InputFile(file);
            var text = File.ReadAllText(path);
            switch (Changed(file, text, names))
            {
                case FileFate.Rewritten:
                    DurableFile.Write(path, Encoding.UTF8.GetBytes(Rewritten(file, text, names)));
                    break;
                case FileFate.Gone:
                    File.Delete(path);
                    DurableFile.SyncFolder(Path.GetDirectoryName(path)!); // not null: below input/
                    break;
                case FileFate.Same:
                    break;
                default:
                    throw new InvalidOperationException("No such fate.");
            }
        }

        var media = _folder.InputFile("media");
        foreach (var file in Directory.Exists(media) ? Directory.EnumerateFiles(media, "*", SearchOption.AllDirectories).Where(file => pictures.Contains(Path.GetFileNameWithoutExtension(file))).ToList() : [])
        {
            File.Delete(file);
        }

        DurableFile.RemoveLeftovers(_folder.Input);
    }

    /// <summary>Deletes what of it waits in the working folder: files set aside, and leftovers of builds.</summary>
    private void ClearWork(IReadOnlySet<string> names)
    {
        var aside = Path.Combine(_folder.Build, "set-aside");
        foreach (var file in Directory.Exists(aside) ? Directory.EnumerateFiles(aside, "*", SearchOption.AllDirectories).ToList() : [])
        {
            if (Changed(file, File.ReadAllText(file), names) != FileFate.Same)
            {
                File.Delete(file);
            }
        }

        DurableFile.RemoveLeftovers(_folder.Build);
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder.Input, "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Input, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private FileFate Changed(string path, string text, IReadOnlySet<string> names)
    {
        if (IsThread(path) ? names.Any(name => text.StartsWith($"thread: {name}\n", StringComparison.Ordinal)) : names.Any(name => IsPost(text, name)))
        {
            return FileFate.Gone; // an erased post is not published any more, nor is its thread
        }

        return Rewritten(path, text, names) == text ? FileFate.Same : FileFate.Rewritten;
    }

    private string Rewritten(string path, string text, IReadOnlySet<string> names)
    {
        var made = IsThread(path) ? ThreadTombstones.Put(text, names, CommentState.Erased) : text;
        var places = List.Passages.Find(made);
        if (places.Count == 0)
        {
            return made;
        }

        var clean = new StringBuilder(made.Length);
        var at = 0;
        foreach (var (start, end) in places.Where(place => place.End > at))
        {
            clean.Append(made, at, Math.Max(0, start - at)).Append(RedactionMark.Opening).Append(']');
            at = end;
        }

        clean.Append(made, at, made.Length - at);
        return IsThread(path) ? clean.ToString() : ConsentHash.Renewed(made, clean.ToString(), path);
    }

    private static bool IsThread(string path) => path.EndsWith(".thread.md", StringComparison.Ordinal);

    private static bool IsText(string path) => path.EndsWith(".md", StringComparison.Ordinal);

    private static bool IsPost(string text, string name)
    {
        const int head = 4000; // the front matter begins the file
        var front = text.AsSpan(0, Math.Min(head, text.Length));
        return front.StartsWith("---") && (front.IndexOf($"\nid: {name}\n") >= 0 || front.IndexOf($"\nid: \"{name}\"\n") >= 0 || front.IndexOf($"\nid: '{name}'\n") >= 0);
    }

    private static IEnumerable<string> IdsOf(VaultUnit unit) => unit.FreshId is { } fresh ? [unit.PublicId, fresh] : [unit.PublicId];

    private static HashSet<long> ThreadsOf(IEnumerable<VaultUnit> units) => [.. units.Select(unit => unit.PostRow)];

    private enum FileFate
    {
        Same,
        Rewritten,
        Gone,
    }
}
