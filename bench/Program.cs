using Blog.Bench;
using Blog.Bench.Findings;
using Blog.Bench.Threads;

// One row a benchmark: the verb, what it measures, what runs it.
(string Verb, string What, Func<IReadOnlyList<string>, int> Run)[] benches =
[
    ("ablate", "what each family of features and each corpus brings to the tagger names|records [--data FOLDER]", Blog.Bench.Tagging.AblateCommand.Run),
    ("analysis-oracle", "the analyzer against Lucene's, token for token, and its speed [SHARED, default ../shared] [--words N] [--sentences N] [--seed S] [--code-points] [--cases FILE]", Blog.Bench.Search.AnalysisOracleCommand.Run),
    ("backup-kills", "stops and fails vault backup and vault restore at their system calls [MOST OF A KIND, default 60]", args => Blog.Bench.Reliability.BackupKills.Run(args)),
    ("browser-oracle", "the queries of search-oracle by the site's script in Chromium against Lucene's, lists read whole and stopped early SITE SHARED [--queries N] [--seed S] [--show N]", args => Blog.Bench.Search.BrowserOracleCommand.RunAsync(args).GetAwaiter().GetResult()),
    ("citations", "how a release resolves the time citations of invented threads with known truth [--seeds N] [--first S] [--explain SEED]", args => Blog.Bench.Citations.CitationsCommand.Run([.. args])),
    ("detect", "what the tagger masks, in the forms of the scorers --format tab|conll GOLD OUT [--mode guard|suggest]", Blog.Bench.Tagging.DetectCommand.Run),
    ("document-mutations", "reads changed documents of guests: texts, refusals, crashes, the slowest [COUNT, default 100000] [SEED]", Blog.Bench.Documents.DocumentMutationsCommand.Run),
    ("erasure-kills", "kills takedown now, erase and git --rewrite at system calls and instants; runs them again and looks for bytes of the text [KILLS A VERB, default 40] [SEED]", Blog.Bench.Reliability.ErasureKills.Run),
    ("export-mutations", "imports damaged copies of real exports of every kind: read, refused, faults, the slowest EXPORTS [count] [seed] [minutes]", Blog.Bench.Import.ExportMutationsCommand.Run),
    ("facts-eval", "facts told without names: recall per attribute on labelled answers FILE [--misses ATTRIBUTE]", Blog.Bench.Facts.FactsEvalCommand.Run),
    ("fetch-kills", "kills an import that fetches pictures from a stand-in host, again and again until it is through; what was here is not asked for again [KILLS, default 100] [SEED]", args => Blog.Bench.Import.FetchKillsCommand.RunAsync(args).GetAwaiter().GetResult()),
    ("find-eval", "findings as masks on TAB and WNUT dev, held and ready texts of captures and exports, speed [SHARED, default ../shared]", FindEvalCommand.Run),
    ("captures", "what a person would mark in the captures and how much of it is found, findings in 1,000 words [SHARED, default ../shared]", MarkedCapturesCommand.Run),
    ("gate-speed", "the safety check over a built site: CPU seconds, filter and folding apart SITE [--secrets N] [--seed S]", Blog.Bench.Leaks.GateSpeedCommand.Run),
    ("invent-secrets", "takes invented terms out everywhere in a private store, for builds to look for VAULT N [--seed S]", Blog.Bench.Leaks.InventSecretsCommand.Run),
    ("hostile-files", "reads every hostile file in a process of its own: refused or read, time, memory, sockets, files written HOSTILE", Blog.Bench.Hostile.HostileFilesCommand.Run),
    ("hostile-pages", "script payloads from an export to a built site, every page opened in Chromium with and without a policy PAYLOADS.jsonl [part] [parts] [every] [purify.min.js or -] [takeout,wordpress,...]", args => Blog.Bench.Hostile.HostilePagesCommand.RunAsync(args).GetAwaiter().GetResult()),
    ("import-kills", "kills the import of every kind of source at random instants, runs it again and releases; rows and files compared [KILLS A KIND, default 16] [SEED] [KIND ...]", Blog.Bench.Reliability.ImportKills.Run),
    ("invented-source", "writes an invented archive as a kind of source would export it, five comments a post takeout|wordpress|disqus|blogml|movabletype|ghost|pages POSTS FOLDER", args => { Console.WriteLine(Blog.Bench.Reliability.InventedSources.Write(args[0], int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture), args[2])); return 0; }),
    ("jose-mutations", "opens changed encrypted messages: refused, opened as sent, false opens, crashes [COUNT, default 100000] [SEED]", Blog.Bench.Jose.MutationsCommand.Run),
    ("leaks", "plants secrets at every place of a site and counts what the safety check catches CASES [--show N] [--clean SITE]", args => Blog.Bench.Leaks.LeaksCommand.RunAsync(args).GetAwaiter().GetResult()),
    ("mojibake", "texts that went through the wrong code page: how many are mended, how many good ones are changed CASES.json", Blog.Bench.Import.MojibakeCommand.Run),
    ("plots", "cost over size as drawings, of what bench/peers.py --json measured FILE FOLDER", Blog.Bench.Plots.PlotsCommand.Run),
    ("read-export", "reading a classic Blogger export, CPU and memory [FILE]", ReadExportBench.Run),
    ("reliability", "kills the program at system calls and instants, fails calls, fills disks; looks at what is left [--stops N] [--minutes N] ...", args => Blog.Bench.Reliability.ReliabilityCommand.Run([.. args])),
    ("script-analysis", "the analyzer of the site's script against the program's in Chromium, token for token, and its speed [SHARED, default ../shared] [--words N] [--sentences N] [--seed S] [--code-points] [--modules]", args => Blog.Bench.Search.ScriptAnalysisCommand.RunAsync(args).GetAwaiter().GetResult()),
    ("sealed", "size of redactions.sealed and the cost of checking with it BLOG [secrets, default 2000]", Blog.Bench.Sealed.SealedCommand.Run),
    ("search-bytes", "bytes and requests of queries in Chromium, cold and warm, by wave; misspelt queries answered SITE QUERIES.json [--each]", args => Blog.Bench.Search.SearchBytesCommand.RunAsync(args).GetAwaiter().GetResult()),
    ("search-index", "makes the search index of a built site into a folder: cost, files, bytes SITE FOLDER", Blog.Bench.Search.IndexCommand.Run),
    ("search-oracle", "generated queries over a built site, ours against Lucene's, hits and scores SITE SHARED [--queries N] [--seed S] [--show N]", Blog.Bench.Search.SearchOracleCommand.Run),
    ("sharing-kills", "kills keys new and rotate, moderate export, open, return and merge, inbox pull, guest publish; looks at what is left and runs them again [KILLS A VERB, default 20] [SEED] [VERB ...]", Blog.Bench.Reliability.SharingKills.Run),
    ("style", "how well styles tell the same writer from another, before and after a text was made neutral [SHARED, default ../shared]", Blog.Bench.Style.StyleBench.Run),
    ("tagger", "the tagger: load, MB a CPU second, stretches per 1,000 words of the captures [SHARED, default ../shared]", Blog.Bench.Tagging.TaggerSpeedCommand.Run),
    ("tagger-kills", "kills the tagger's pass and the taking of what it learned at random instants, looks at the store and runs them again [KILLS A VERB, default 40] [SEED]", Blog.Bench.Reliability.TaggerKills.Run),
    ("thread-read", "reading thread files, MB/s of CPU time [megabytes, default 200]", ThreadReaderBench.Run),
    ("threads", "structure of invented threads: precision and recall [--seeds N] [--first SEED] [--show SEED] [--explain SEED]", ThreadsCommand.Run),
    ("train", "trains the tagger and writes its weights [--data FOLDER, default ../shared/data/anonymise] [--out FILE] | [--measure]", Blog.Bench.Tagging.TrainCommand.Run),
    ("units", "the units of a built site as lines of JSON SITE > docs.jsonl", Blog.Bench.Search.UnitsCommand.Run),
    ("vault", "what the private store costs: import, search index, searches, findings, check, backup FILE [QUERY ...]", VaultBench.Run),
];

foreach (var (verb, _, run) in benches)
{
    if (args.Length > 0 && args[0] == verb)
    {
        return run(args[1..]);
    }
}

Console.Error.WriteLine("Usage: dotnet run -c Release --project bench -- <verb>");
foreach (var (verb, what, _) in benches)
{
    Console.Error.WriteLine($"  {verb,-16} {what}");
}

return 2;
