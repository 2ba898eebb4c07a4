using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Blog.Content;
using Blog.Gate.Checks;
using Blog.Pages;
using Blog.Search.Index;
using Blog.Search.Units;
using Blog.Site;
using Blog.Source;

namespace Blog.Gate.Removal;

/// <summary>
/// Makes a site out of the published one that differs only by removal, checks the difference, and swaps it in. It reads neither <c>input/</c> nor the private store, so that nothing that waits there,
/// and no finding about anything else, can hold a takedown up.
/// </summary>
public static class CheckedRemoval
{
    /// <summary>Takes units out of the published site.</summary>
    /// <param name="request">What.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="token">Stops it; nothing is changed then.</param>
    /// <exception cref="OutputException">Another build is at work, or there is no published site.</exception>
    public static RemovalReport Run(RemovalRequest request, IProgress<BuildStep> progress, CancellationToken token)
    {
        if (!Directory.Exists(request.Folder.Output))
        {
            throw new OutputException("There is no output/ to take anything out of. What is published elsewhere was not built here.");
        }

        var asOf = StagingFolder.PublishedManifest(request.Folder)?.AsOf ?? request.AsOf;
        using var staging = StagingFolder.Begin(request.Folder, asOf);
        DropPreview(request.Folder);
        var site = StagedSite.Open(request.Folder.Output, request.Address);
        var work = new Work(request, site, staging, token);
        progress.Report(new BuildStep("Finding copies", 0, site.Files.Count));
        work.Look();
        progress.Report(new BuildStep("Taking out", 0, site.Files.Count));
        work.TakeOut();
        if (work.IsNothing)
        {
            return work.ToReport([], 0);
        }

        progress.Report(new BuildStep("Search index", 0, 1));
        work.WriteIndex();
        progress.Report(new BuildStep("Safety check of the difference", 0, 1));
        var findings = work.Check();
        if (findings.Count > 0)
        {
            return work.ToReport(findings, staging.Count);
        }

        token.ThrowIfCancellationRequested();
        var setAside = staging.Publish(request.Durable).SetAside;
        return work.ToReport([], staging.Count) with { SetAside = [.. setAside.Where(path => !work.Drop(path))] };
    }

    /// <summary>A preview with drafts is a copy of <c>input/</c> as it was when somebody looked at it last; the next look makes it anew.</summary>
    private static void DropPreview(BlogFolder folder)
    {
        var preview = Path.Combine(folder.Build, BlogFolder.PreviewName);
        if (Directory.Exists(preview))
        {
            Directory.Delete(preview, recursive: true);
        }
    }

    /// <summary>Looks where the units and quotes of them stand in the published site. Nothing is changed.</summary>
    /// <param name="request">What is looked for.</param>
    /// <param name="token">Stops it.</param>
    public static PublishedCopies Find(RemovalRequest request, CancellationToken token)
    {
        if (!Directory.Exists(request.Folder.Output))
        {
            return new PublishedCopies([], [], [], 0, []);
        }

        var work = new Work(request, StagedSite.Open(request.Folder.Output, request.Address), null, token);
        work.Look();
        return work.Copies();
    }

    /// <summary>The unit a public address leads to: the post of a page, or the comment of its fragment.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="siteAddress">The site's address.</param>
    /// <param name="address">An address of the site, absolute or from its root: <c>/2016/03/x.html#c123</c>.</param>
    /// <returns>Its public id; null where no page of the published site has this address.</returns>
    public static string? UnitOf(BlogFolder folder, string siteAddress, string address)
    {
        var site = new SiteAddress(siteAddress);
        var (path, fragment) = address.IndexOf('#', StringComparison.Ordinal) is var hash && hash < 0 ? (address, string.Empty) : (address[..hash], address[(hash + 1)..]);
        path = path.StartsWith(siteAddress, StringComparison.OrdinalIgnoreCase) ? path[siteAddress.Length..]
            : path.StartsWith(site.BasePath + "/", StringComparison.Ordinal) ? path[site.BasePath.Length..] : path;
        path = path.Split('?')[0];
        if (fragment.Length > 1 && fragment[0] == 'c')
        {
            return fragment[1..];
        }

        if (!path.StartsWith('/') || path.EndsWith('/') || !SitePath.IsValid(path[1..], out _))
        {
            return null;
        }

        var file = Path.Combine(folder.Output, SiteAddresses.ToFile(path));
        return File.Exists(file) ? new UnitReader().Read(path[1..], File.ReadAllBytes(file))?.Units is [{ Kind: UnitKind.Post } post, ..] ? post.Id : null : null;
    }

    /// <summary>The name by which a person's reference can be looked up in the private store: where it is an address of the published site, the public id that stands there; else the reference itself.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="siteAddress">Address of the site.</param>
    /// <param name="reference">What somebody gave: an address, a public id, digits of a name.</param>
    public static string NameOf(BlogFolder folder, string siteAddress, string reference) =>
        reference.Contains('/', StringComparison.Ordinal) ? UnitOf(folder, siteAddress, reference) ?? reference : reference;

    /// <summary>One removal on its way.</summary>
    private sealed class Work(RemovalRequest request, StagedSite site, StagingFolder? folder, CancellationToken token)
    {
        private readonly ConcurrentDictionary<string, bool> _gone = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, bool> _changed = new(StringComparer.Ordinal);
        private readonly ConcurrentBag<string> _quoting = [];
        private readonly List<byte[]> _marks = [.. request.Units.Select(Encoding.UTF8.GetBytes)];
        private readonly HashSet<string> _found = new(StringComparer.Ordinal);
        private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
        private readonly HashSet<string> _hrefs = new(StringComparer.Ordinal);
        private PassageFinder _passages = new(new byte[PassageFinder.KeyLength], []);

        private StagingFolder Staging => folder ?? throw new InvalidOperationException("This work only looks.");

        public bool IsNothing => _changed.IsEmpty && _gone.IsEmpty;

        private ParallelOptions Options => new() { MaxDegreeOfParallelism = request.Parallelism, CancellationToken = token };

        /// <summary>Finds the units and what of their words is their own: what a text quotes of what stands before it belongs to others.</summary>
        public void Look()
        {
            var pages = new ConcurrentBag<(string File, UnitPage Page)>();
            var marks = request.Units.Select(unit => Encoding.UTF8.GetBytes($"data-unit=\"{unit}\"")).ToList();
            Parallel.ForEach(site.Files.Where(file => file.EndsWith(".html", StringComparison.Ordinal)), Options, file =>
            {
                var bytes = site.Read(file);
                if (marks.Exists(mark => bytes.AsSpan().IndexOf(mark) >= 0) && TryRead(file, bytes) is { } page)
                {
                    pages.Add((file, page));
                }
            });

            var key = RandomNumberGenerator.GetBytes(PassageFinder.KeyLength);
            var finder = new PassageFinder(key, []);
            var (own, others) = (new HashSet<ulong>(), new HashSet<ulong>());
            var threads = pages.Select(page => page.Page.PostPath).ToHashSet(StringComparer.Ordinal);
            foreach (var thread in threads)
            {
                LookAt(thread, finder, own, others);
            }

            own.ExceptWith(others);
            _passages = new PassageFinder(key, own);
        }

        /// <summary>Where something of it stands, file by file.</summary>
        public PublishedCopies Copies()
        {
            var (pages, feeds, others) = (new ConcurrentBag<string>(), new ConcurrentBag<string>(), new ConcurrentBag<string>());
            var marks = request.Units.Select(unit => Encoding.UTF8.GetBytes($"data-unit=\"{unit}\"")).ToList();
            var searches = new ConcurrentBag<Searches>();
            Parallel.ForEach(site.Files.Where(file => !IndexFiles.Owns(file)), Options, () => searches.TryTake(out var idle) ? idle : new Searches(_passages, request.Passages), (file, _, search) =>
            {
                var bytes = site.Read(file);
                if (_gone.ContainsKey(file) || marks.Exists(mark => bytes.AsSpan().IndexOf(mark) >= 0))
                {
                    pages.Add(file);
                    Clean(file, bytes, search); // for the quotes in it
                }
                else if (!ReferenceEquals(Clean(file, bytes, search), bytes))
                {
                    (Path.GetExtension(file) is ".atom" or ".xml" ? feeds : others).Add(file);
                }

                return search;
            }, searches.Add);
            var indexed = site.Files.Contains(IndexFormat.Root) ? _found.Count : 0;
            return new PublishedCopies([.. pages.Order(StringComparer.Ordinal)], [.. _quoting.Distinct(StringComparer.Ordinal).Except(request.Units, StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. feeds.Order(StringComparer.Ordinal)], indexed, [.. others.Order(StringComparer.Ordinal)]);
        }

        /// <summary>Writes every file that stays; of the old index nothing.</summary>
        public void TakeOut()
        {
            var searches = new ConcurrentBag<Searches>();
            Parallel.ForEach(site.Files, Options, () => searches.TryTake(out var idle) ? idle : new Searches(_passages, request.Passages), (file, _, search) =>
            {
                if (IndexFiles.Owns(file) || file == OfflineFiles.List || _gone.ContainsKey(file))
                {
                    return search;
                }

                var before = site.Read(file);
                var after = Clean(file, before, search);
                if (after is null)
                {
                    _gone[file] = true;
                    return search;
                }

                if (!ReferenceEquals(before, after))
                {
                    _changed[file] = true;
                }

                Staging.Write(file, after);
                return search;
            }, searches.Add);
        }

        public void WriteIndex()
        {
            if (site.Files.Contains(IndexFormat.Root))
            {
                StagedIndex.Write(Staging, IndexRoot.Read(site.Read(IndexFormat.Root)).Glossary, null, request.Parallelism, token);
            }

            if (site.Files.Contains(OfflineFiles.List))
            {
                var list = OfflineList.Of(Staging.ToManifest(), request.Address); // it follows from the other files, and tells copies on readers' devices what changed
                Staging.Write(list.Path, list.Bytes.Span);
            }
        }

        /// <summary>Reads what was staged, not what was meant to be: changed files differ by removal alone, and nothing of the units is in them.</summary>
        public List<string> Check()
        {
            var findings = new List<string>();
            var search = new Searches(_passages, request.Passages);
            foreach (var file in _changed.Keys.Order(StringComparer.Ordinal))
            {
                var after = File.ReadAllBytes(Path.Combine(Staging.Path, file));
                if (!DifferenceCheck.IsRemoval(site.Read(file), after))
                {
                    findings.Add($"{file}: holds something that the published file did not hold.");
                }

                if (search.IsIn(file, after) || (TryRead(file, after)?.Units.Any(unit => request.Units.Contains(unit.Id)) ?? false))
                {
                    findings.Add($"{file}: still holds some of it.");
                }
            }

            foreach (var entry in Staging.ToManifest().Entries.Where(entry => !_changed.ContainsKey(entry.Path) && !IndexFiles.Owns(entry.Path)))
            {
                if (!site.Files.Contains(entry.Path))
                {
                    findings.Add($"{entry.Path}: is new.");
                }
            }

            return findings;
        }

        /// <summary>Deletes a file that somebody had put into <c>output/</c> and that holds what goes; false where it may stay.</summary>
        public bool Drop(string path)
        {
            if (!_gone.ContainsKey(path))
            {
                return false;
            }

            File.Delete(Path.Combine(request.Folder.Build, "set-aside", path));
            return true;
        }

        public RemovalReport ToReport(IReadOnlyList<string> findings, int files) => new()
        {
            Units = _found.Count,
            Changed = [.. _changed.Keys.Order(StringComparer.Ordinal)],
            Gone = [.. _gone.Keys.Order(StringComparer.Ordinal)],
            Quoting = [.. _quoting.Distinct(StringComparer.Ordinal).Except(request.Units, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Findings = findings,
            Files = files,
        };

        private static UnitPage? TryRead(string file, byte[] bytes)
        {
            try
            {
                return file.EndsWith(".html", StringComparison.Ordinal) ? new UnitReader().Read(file, bytes) : null;
            }
            catch (InvalidDataException)
            {
                return null; // a page put there by hand
            }
        }

        private void LookAt(string thread, PassageFinder finder, HashSet<ulong> own, HashSet<ulong> others)
        {
            var stem = thread[..^".html".Length];
            var files = site.Files.Where(file => file == thread || (file.StartsWith(stem + ".p", StringComparison.Ordinal) && file.EndsWith(".html", StringComparison.Ordinal))).ToList();
            var parts = files.Select(file => (File: file, Page: TryRead(file, site.Read(file)))).Where(part => part.Page?.PostPath == thread).OrderBy(part => part.Page!.Part).ToList(); // not null: checked
            var units = parts.SelectMany(part => part.Page!.Units).ToList(); // as above
            for (var i = 0; i < units.Count; i++)
            {
                if (!request.Units.Contains(units[i].Id))
                {
                    continue;
                }

                _found.Add(units[i].Id);
                own.UnionWith(finder.NumbersOf(units[i].Text));
                own.UnionWith(finder.NumbersOf(units[i].Title));
                foreach (var earlier in units.Take(i).Where(unit => !request.Units.Contains(unit.Id) && (unit.Kind == UnitKind.Post || string.CompareOrdinal(unit.Date, units[i].Date) <= 0)))
                {
                    others.UnionWith(finder.NumbersOf(earlier.Text));
                }

                if (units[i].Kind == UnitKind.Post)
                {
                    foreach (var file in files.Append(stem + ".comments.atom"))
                    {
                        _gone[file] = true;
                        _addresses.Add(new SiteAddress(request.Address).Absolute("/" + file));
                        _hrefs.Add(new SiteAddress(request.Address).Href("/" + file));
                    }
                }
            }
        }

        /// <summary>The file without what goes; null where the whole of it goes.</summary>
        private byte[]? Clean(string file, byte[] bytes, Searches search)
        {
            if (_hrefs.Count > 0 && file == "_redirects")
            {
                // An old address of a text that is gone may say what it was about.
                var rules = Encoding.UTF8.GetString(bytes);
                var left = RedirectRules.Without(rules, _hrefs);
                bytes = left.Length == rules.Length ? bytes : Encoding.UTF8.GetBytes(left);
            }
            else if (_hrefs.Count > 0 && file.EndsWith(".html", StringComparison.Ordinal) && RedirectRules.IsStub(bytes) && Names(bytes))
            {
                return null;
            }

            if (!search.IsIn(file, bytes) && !Names(bytes))
            {
                return bytes;
            }

            var clean = bytes;
            foreach (var each in search.All)
            {
                try
                {
                    clean = Path.GetExtension(file) switch
                    {
                        ".html" => PageRemoval.Remove(clean, request.Units, each, _quoting.Add),
                        ".atom" or ".xml" => FeedRemoval.Remove(clean, request.Units, _addresses, each, _quoting.Add),
                        _ => clean,
                    };
                }
                catch (InvalidDataException)
                {
                    break; // no page of ours
                }
            }

            return search.IsIn(file, clean) ? null : clean;
        }

        /// <summary>Whether a file names a unit, or a page that is gone.</summary>
        private bool Names(byte[] bytes) =>
            _marks.Any(mark => bytes.AsSpan().IndexOf(mark) >= 0) || _addresses.Any(address => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(address)) >= 0);
    }

    /// <summary>The searches of one worker: for the words as they were published, and for those that the request brings along.</summary>
    private sealed class Searches(PassageFinder published, PassageFinder? asked)
    {
        public IReadOnlyList<PassageSearch> All { get; } = asked is null ? [new PassageSearch(published)] : [new PassageSearch(published), new PassageSearch(asked)];

        public bool IsIn(string file, byte[] bytes) => All.Any(search => !search.IsEmpty && search.IsIn(file, bytes));
    }
}
