using System.Collections.Concurrent;
using System.Security.Cryptography;
using Blog.Gate.Checks;
using Blog.Gate.Reuse;
using Blog.Gate.Units;
using Blog.Search.Index;
using Blog.Source;
using Blog.Text;

namespace Blog.Gate;

/// <summary>The safety check: reads the files that will be published, not the records they came from, and lists what must not be.</summary>
public static class SiteGate
{
    /// <summary>Runs every check over every file, each read once. A check that cannot run is a finding or throws; it never passes.</summary>
    /// <param name="site">The site.</param>
    /// <param name="input">What must not be found, and what was allowed.</param>
    /// <param name="token">Stops the check; a stopped check is a failed one.</param>
    public static GateResult Run(StagedSite site, GateInput input, CancellationToken token) => Run(site, input, null, token);

    /// <summary>As <see cref="Run(StagedSite, GateInput, CancellationToken)"/>, sparing files that are known to be clean.</summary>
    /// <param name="site">The site.</param>
    /// <param name="input">What must not be found, and what was allowed.</param>
    /// <param name="reuse">Knows the clean files; null for a check that reads everything.</param>
    /// <param name="token">Stops the check.</param>
    internal static GateResult Run(StagedSite site, GateInput input, GateReuse? reuse, CancellationToken token)
    {
        var findings = new List<GateFinding>();
        var doubts = new List<GateFinding>();
        if (IsFoldingWhole(findings))
        {
            AddUnsearchable(input.Secrets, findings);
            FileCheck.Run(site, findings);
            var units = ReadFiles(site, input, reuse, findings, doubts, token);
            CheckIndex(site, units, reuse, findings, input.Parallelism, token);
        }

        var waived = Waivers.Apply(findings, input.Waivers, input.Today);
        doubts.RemoveAll(doubt => Waivers.Allow(doubt, input.Waivers, input.Today));
        MaskedNames.Apply(findings, input.Secrets, site);
        MaskedNames.Apply(doubts, input.Secrets, site);
        return new GateResult
        {
            Findings = [.. findings.Distinct().Order()],
            Doubts = [.. doubts.Distinct().Order()],
            Waived = waived,
            Files = site.Files.Count,
            Secrets = input.Secrets.Count,
            Known = reuse?.Known ?? 0,
        };
    }

    /// <summary>Compares the index with the pages. What is found against what pages said before counts only after they were all read anew: a word's only witness may be a page that has changed.</summary>
    private static void CheckIndex(StagedSite site, IReadOnlyList<StagedUnitReader> units, GateReuse? reuse, List<GateFinding> findings, int parallelism, CancellationToken token)
    {
        var found = new List<GateFinding>();
        IndexCheck.Run(site, units, reuse, found, parallelism, token);
        if (found.Count > 0 && reuse is not null && (reuse.Known > 0 || reuse.IndexBefore is not null))
        {
            found.Clear();
            reuse.ForgetUnits();
            var anew = new StagedUnitReader();
            foreach (var page in site.Files.Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
            {
                token.ThrowIfCancellationRequested();
                anew.Read(page, site.Read(page));
            }

            IndexCheck.Run(site, [anew], reuse, found, parallelism, token);
        }

        findings.AddRange(found);
    }

    private static bool IsFoldingWhole(List<GateFinding> findings)
    {
        try
        {
            FoldingSelfTest.Run();
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or TypeInitializationException)
        {
            findings.Add(new GateFinding(SecretCheck.Name, "(program)", 0, e.Message, "Nothing was checked, so nothing may be published."));
            return false;
        }
    }

    private static void AddUnsearchable(SecretSet secrets, List<GateFinding> findings)
    {
        foreach (var number in secrets.Unsearchable)
        {
            findings.Add(new GateFinding(SecretCheck.Name, "(cases)", 0, $"case {number} hides something without a letter or digit, which cannot be looked for.", "Give the case words, or undo it.") { Case = number });
        }
    }

    /// <summary>Reads every file once; returns what the pages say of their units, for the index to be compared with.</summary>
    private static IReadOnlyList<StagedUnitReader> ReadFiles(StagedSite site, GateInput input, GateReuse? reuse, List<GateFinding> findings, List<GateFinding> doubts, CancellationToken token)
    {
        var links = new SiteLinks(site);
        var units = new SiteUnits(site, links, input.Switches);
        var readers = new ConcurrentBag<FileReader>();
        Parallel.ForEach(
            site.Files,
            new ParallelOptions { MaxDegreeOfParallelism = input.Parallelism, CancellationToken = token },
            () => readers.TryTake(out var idle) ? idle : new FileReader(site, links, units, input, reuse), // asked for every few moments, not once a thread
            (file, _, reader) =>
            {
                reader.Read(file);
                return reader;
            },
            readers.Add);

        foreach (var reader in readers)
        {
            findings.AddRange(reader.Findings);
            doubts.AddRange(reader.Doubts);
        }

        findings.AddRange(DeadFragments(site, links, readers, reuse));
        return [.. readers.Select(reader => reader.Units)];
    }

    /// <summary>Links to fragments that are not on the pages they lead to. A page that was known to be clean is read only where something else is wanted of it than before.</summary>
    private static IEnumerable<GateFinding> DeadFragments(StagedSite site, SiteLinks links, IReadOnlyCollection<FileReader> readers, GateReuse? reuse)
    {
        var idsOf = readers.SelectMany(reader => reader.Ids).ToDictionary(page => page.Key, page => page.Value, StringComparer.Ordinal);
        foreach (var wanted in readers.SelectMany(reader => reader.Wanted).GroupBy(want => want.Page, StringComparer.Ordinal))
        {
            var fragments = wanted.Select(want => want.Fragment).ToHashSet(StringComparer.Ordinal);
            var ids = idsOf[wanted.Key].ToHashSet(StringComparer.Ordinal);
            if (reuse is not null && !fragments.IsSubsetOf(ids) && reuse.IsKnown(wanted.Key))
            {
                ids = IdsOn(wanted.Key, site, links);
            }

            reuse?.Linked(wanted.Key, fragments.Where(ids.Contains));
            foreach (var (file, fragment, line) in wanted.Select(want => (want.File, want.Fragment, want.Line)))
            {
                if (!ids.Contains(fragment))
                {
                    yield return new GateFinding(PageCheck.Name, file, line, $"links to #{fragment} on {wanted.Key}, which is not there.", "Correct the link in the post or comment it stands in.");
                }
            }
        }
    }

    private static HashSet<string> IdsOn(string file, StagedSite site, SiteLinks links)
    {
        var page = new PageCheck(links);
        page.Read(file, site.Read(file));
        return [.. page.Ids];
    }

    /// <summary>The checks of one worker, over one file after another.</summary>
    private sealed class FileReader(StagedSite site, SiteLinks links, SiteUnits units, GateInput input, GateReuse? reuse)
    {
        private readonly PageCheck _page = new(links);
        private readonly SecretCheck _secrets = new(input.Secrets, units, input.Switches);
        private readonly AssetCheck _assets = new(links);
        private readonly List<GateFinding> _others = [];
        private readonly List<(string Page, string Fragment, string File, int Line)> _wanted = [];
        private readonly Dictionary<string, IReadOnlyList<string>> _ids = new(StringComparer.Ordinal);
        private readonly bool _hasIndex = site.Files.Contains(IndexFormat.Root);

        public IEnumerable<GateFinding> Findings => [.. _page.Findings, .. _secrets.Findings, .. _assets.Findings, .. _others];

        public IEnumerable<GateFinding> Doubts => _secrets.Doubts;

        /// <summary>Fragments that pages want of others.</summary>
        public IReadOnlyList<(string Page, string Fragment, string File, int Line)> Wanted => _wanted;

        /// <summary>The ids of each page; of one that was known to be clean those that others wanted.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<string>> Ids => _ids;

        /// <summary>What the pages say of their units; empty where the site has no index.</summary>
        public StagedUnitReader Units { get; } = new();

        public void Read(string file)
        {
            if (reuse is null || !reuse.TryKnown(file, out var known))
            {
                var before = Count;
                var (wanted, units) = Check(file, site.Read(file));
                if (Count == before)
                {
                    reuse?.Clean(file, wanted, units);
                }
                else
                {
                    reuse?.Unclean(file, units);
                }

                return;
            }

            _wanted.AddRange(known.Wanted.Select(want => (want.Page, want.Fragment, file, want.Line)));
            if (file.EndsWith(".html", StringComparison.Ordinal))
            {
                _ids.Add(file, known.Ids);
            }

            if (known.Units is not null)
            {
                Units.Recall(known.Units);
            }

            ReadTime(file, known.Sha256);
        }

        private int Count => _page.Findings.Count + _secrets.Findings.Count + _secrets.Doubts.Count + _assets.Findings.Count + _others.Count;

        /// <summary>Checks a file; returns the fragments it wants of others, and what it says of its units.</summary>
        private (List<WantedFragment> Wanted, KnownUnits? Units) Check(string file, byte[] bytes)
        {
            KnownUnits? said = null;
            if (file.EndsWith(".html", StringComparison.Ordinal))
            {
                _page.Read(file, bytes);
                _ids.Add(file, _page.Ids);
                said = _hasIndex ? Units.Read(file, bytes) : null;
            }
            else if (Path.GetExtension(file) is ".atom" or ".xml")
            {
                AddFound(FeedCheck.Read(file, bytes, _page));
            }

            _assets.Read(file, bytes);
            AddFound(PictureCheck.Read(file, bytes));
            if (file == IndexFormat.Root)
            {
                _secrets.Read(file, IndexCheck.Glossary(bytes));
            }
            else if (!IndexFiles.Owns(file) && !ReplyFiles.Owns(file)) // encrypted or random: a secret of three letters would stand in them by chance
            {
                _secrets.Read(file, bytes);
            }

            ReadTime(file, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            var wanted = _page.TakeWanted();
            _wanted.AddRange(wanted.Select(want => (want.Page, want.Fragment, file, want.Line)));
            return (wanted, said);
        }

        private void ReadTime(string file, string sha256)
        {
            if (input.Switches.Times)
            {
                AddFound(TimeCheck.Read(site.Root, file, sha256));
            }
        }

        private void AddFound(GateFinding? finding)
        {
            if (finding is not null)
            {
                _others.Add(finding);
            }
        }
    }
}
