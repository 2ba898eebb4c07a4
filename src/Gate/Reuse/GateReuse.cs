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
/// no file is gone. Lists of addresses look into other pages, and the search index is made of all of them: they are checked every time. So is a file with a
/// finding, a doubt, or something a person allowed.
/// </remarks>
internal sealed class GateReuse
{
    private readonly BlogFolder _folder;
    private readonly string? _rules;
    private readonly GateMemory? _before;
    private readonly Dictionary<string, string> _hashes;
    private readonly ConcurrentDictionary<string, KnownClean> _clean = new(StringComparer.Ordinal);

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

    /// <summary>Forgets the clean pages that show units: the next check reads them anew.</summary>
    public void ForgetUnits()
    {
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
            new GateMemory { Rules = _rules, All = [.. _hashes.Keys.Order(StringComparer.Ordinal)], Clean = _clean }.Save(_folder);
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
