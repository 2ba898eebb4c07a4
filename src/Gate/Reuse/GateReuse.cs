using System.Collections.Concurrent;
using System.Text.Json;
using Blog.Gate.Checks;
using Blog.Site;
using Blog.Site.Reuse;
using Blog.Source;

namespace Blog.Gate.Reuse;

/// <summary>Spares a check the files in which the last one, with the same secrets and rules, found nothing.</summary>
/// <remarks>
/// What a file is checked for depends on its own bytes and name, on the secrets, and on which other files there are: a link that led somewhere still does while
/// no file is gone. Lists of addresses look into other pages: they are checked every time. So is a file with a finding, a doubt, or something a person allowed. The search index is made of all pages: of it
/// what is other than before is checked, together with the pages that are (<see cref="IndexChange"/>).
/// </remarks>
internal sealed class GateReuse
{
    private readonly BlogFolder _folder;
    private readonly string? _rules;
    private GateMemory? _before;
    private readonly Dictionary<string, string> _hashes;
    private readonly ConcurrentDictionary<string, KnownClean> _clean = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, KnownUnits> _unclean = new(StringComparer.Ordinal);
    private KnownIndex? _index;
    private int _known;

    private GateReuse(BlogFolder folder, string? rules, GateMemory? before, Manifest manifest)
    {
        _folder = folder;
        _rules = rules;
        _hashes = manifest.Entries.ToDictionary(entry => entry.Path, entry => entry.Sha256, StringComparer.Ordinal);
        _before = before is not null && before.Rules == rules && before.All.All(file => IndexFiles.Owns(file) || _hashes.ContainsKey(file)) ? before : null;
    }

    /// <summary>Files that were known so far.</summary>
    public int Known => _known;

    /// <summary>Prepares a check.</summary>
    /// <param name="request">The build it belongs to.</param>
    /// <param name="input">What it looks for.</param>
    /// <param name="manifest">The files it will read, with their hashes.</param>
    public static GateReuse Of(BuildRequest request, GateInput input, Manifest manifest)
    {
        var rules = RulesOf(request, input);
        return new GateReuse(request.Folder, rules, rules is null || request.Full ? null : GateMemory.Of(request.Folder), manifest);
    }

    /// <summary>Whether a file was found clean with the same bytes.</summary>
    public bool TryKnown(string file, out KnownClean known)
    {
        known = null!; // not read where it is not found
        if (!IsKnown(file))
        {
            return false;
        }

        Interlocked.Increment(ref _known);
        known = _clean[file] = _before!.Clean[file]; // not null: it is known
        return true;
    }

    /// <summary>Whether a page was not read, since it was known.</summary>
    public bool IsKnown(string file) => _before is not null && _before.Clean.TryGetValue(file, out var found) && found.Sha256 == _hashes.GetValueOrDefault(file);

    /// <summary>The index that was found clean; null for none.</summary>
    public KnownIndex? IndexBefore => _before?.Index;

    /// <summary>Blocks of the index's dictionary that were not decoded again, since they and all they lean on are as they were.</summary>
    public int KnownBlocks { get; set; }

    /// <summary>Absolute path of the published site, in which that index lies.</summary>
    public string Published => _folder.Output;

    /// <summary>What the pages that are other than before said of their units, and what they say; null where pages with units came or went, or where not all units are known on both sides.</summary>
    /// <param name="units">All units of the site.</param>
    public IReadOnlyList<(KnownUnits Before, KnownUnits Now)>? ChangedUnits(int units)
    {
        if (_before is null)
        {
            return null;
        }

        var before = UnitsOf(_before.Clean, _before.Unclean);
        var now = UnitsOf(_clean, _unclean);
        var changed = now.Where(page => !IsKnown(page.Key)).Select(page => (Before: before.GetValueOrDefault(page.Key), Now: page.Value)).ToList();
        return CountOf(before) == units && CountOf(now) == units && changed.TrueForAll(page => page.Before is not null) ? [.. changed.Select(page => (page.Before!, page.Now))] : null; // not null: asked before

        static int CountOf(Dictionary<string, KnownUnits> pages) => pages.Values.Sum(page => page.Units.Count);

        static Dictionary<string, KnownUnits> UnitsOf(IEnumerable<KeyValuePair<string, KnownClean>> clean, IEnumerable<KeyValuePair<string, KnownUnits>> unclean) =>
            clean.Where(page => page.Value.Units is not null).Select(page => KeyValuePair.Create(page.Key, page.Value.Units!)).Concat(unclean).ToDictionary(StringComparer.Ordinal); // not null: asked before
    }

    /// <summary>Forgets the clean pages that show units, and the index made of them: the next check reads them anew.</summary>
    public void ForgetUnits()
    {
        _before = null;
        KnownBlocks = 0;
        _unclean.Clear();
        foreach (var page in _clean.Where(file => file.Value.Units is not null))
        {
            _clean.TryRemove(page);
        }
    }

    /// <summary>Takes down that nothing was found in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="wanted">The fragments of other pages that it links to.</param>
    /// <param name="units">What it says of its units; null for none.</param>
    public void Clean(string file, IReadOnlyList<WantedFragment> wanted, KnownUnits? units)
    {
        if (_rules is not null && Counts(file) && _hashes.TryGetValue(file, out var sha256))
        {
            _clean[file] = new KnownClean(sha256, [], wanted, units);
        }
    }

    /// <summary>Takes down what a page in which something was found says of its units.</summary>
    public void Unclean(string file, KnownUnits? units)
    {
        if (units is not null)
        {
            _unclean[file] = units;
        }
    }

    /// <summary>Takes down that nothing was found in the index.</summary>
    public void CleanIndex(KnownIndex? index) => _index = index;

    /// <summary>Takes down which ids of a page others link to, once all of them are known to be there.</summary>
    public void Linked(string file, IEnumerable<string> ids)
    {
        if (_clean.TryGetValue(file, out var known))
        {
            _clean[file] = known with { Ids = [.. known.Ids.Union(ids, StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
        }
    }

    /// <summary>Keeps what was found for the next check, once the site is published.</summary>
    public void Save()
    {
        if (_rules is not null)
        {
            new GateMemory { Rules = _rules, All = [.. _hashes.Keys.Order(StringComparer.Ordinal)], Clean = _clean, Unclean = _unclean, Index = _index }.Save(_folder);
        }
    }

    /// <summary>The keyed hash of everything a verdict depends on but the file; null where it cannot be told.</summary>
    private static string? RulesOf(BuildRequest request, GateInput input)
    {
        if (input.MemoryKey is not { } key)
        {
            return null;
        }

        using var hash = new SecretsHash(key.Span);
        hash.Add(ProgramIdentity.Current);
        hash.Add(request.Settings.Address);
        hash.Add(JsonSerializer.Serialize(input.Switches));
        return input.Secrets.TryAddTo(hash) ? hash.Finish() : null;
    }

    private static bool Counts(string file) => file.EndsWith(".html", StringComparison.Ordinal) || file.EndsWith(".atom", StringComparison.Ordinal)
        || file.StartsWith("media/", StringComparison.Ordinal) || file.StartsWith("theme/", StringComparison.Ordinal);}
