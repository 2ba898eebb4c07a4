using System.Text;

namespace Blog.Site.Scripts;

/// <summary>Joins the modules of a script of the theme, in a written order, into one file: a browser would fetch them one after the other.</summary>
/// <remarks>
/// In one file all names outside of functions meet, so a name may be declared once only; and what a module takes must stand before it. Both are checked here, so
/// that a mistake stops the build. Neither the order nor what the file gives is found by itself: both are written in the lists below.
/// </remarks>
internal static class ScriptBundle
{
    private const string SearchFolder = "search";

    private static readonly string[] SearchOrder =
    [
        "table-numbers.js",
        "word-rules-table.js",
        "word-rules.js",
        "redaction-mark.js",
        "word-tokens.js",
        "lower-case-table.js",
        "lower-case.js",
        "stop-words-table.js",
        "stop-words.js",
        "possessive-ending.js",
        "porter-word.js",
        "porter-ending.js",
        "porter-stemmer.js",
        "english-analyzer.js",
        "capital-forms.js",
        "index-format.js",
        "bit-reader.js",
        "byte-cursor.js",
        "field-norm.js",
        "bm25.js",
        "code-points.js",
        "field-key.js",
        "dictionary-block.js",
        "index-reader.js",
        "matches.js",
        "query-cursor.js",
        "query-parser.js",
        "edit-distance.js",
        "fuzzy-terms.js",
        "filter-matcher.js",
        "phrase-walk.js",
        "phrase-matcher.js",
        "searcher.js",
        "top-searcher.js",
        "spelling.js",
        "search-index.js",
        "query-description.js",
        "highlight.js",
        "search-page.js",
    ];

    private const string SiteFolder = "site";

    private static readonly string[] SiteOrder =
    [
        "page-parts.js",
        "search-box.js",
        "device-memory.js",
        "far-anchors.js",
        "reader-settings.js",
        "comment-keys.js",
        "thread-order.js",
        "citations.js",
        "bookmarks.js",
        "new-comments.js",
        "print-unfolded.js",
        "leave.js",
        "forget.js",
        "offline-copy.js",
        "reader-language.js",
    ];

    private const string WordsFolder = "words";

    private static readonly string[] WordsOrder = ["welsh-table.js", "polish-table.js", "interface-words.js"];

    private const string WordsName = "\"words.js\"";

    private const string OfflineFolder = "offline";

    private const string NoExports = "export{};\n";

    private static readonly string[] OfflineOrder = ["offline-worker.js"];

    private const string SubmitFolder = "submit";

    private static readonly string[] SubmitOrder =
    [
        "base64url.js",
        "padded-content.js",
        "encrypted-message.js",
        "submission-keys.js",
        "code-words-table.js",
        "code-words.js",
        "reply-key.js",
        "reply-message.js",
        "clean-picture.js",
        "submission-content.js",
        "submission-endpoint.js",
        "submit-page.js",
    ];

    private static readonly string[] SubmitExports = ["sealMessage", "submissionBytes", "makeCode", "readCode", "replyKeyOf", "openReply", "cleanPicture", "readSubmissionKeys", "decodeBytes", "encodeBytes"];

    private static readonly string[] SearchExports = ["analyze", "analyzeWithoutMarks", "normalize", "capitalForms", "capitalFormsWithoutMarks", "parseQuery", "SearchIndex"];

    /// <summary>The script of the search page: one ES module, UTF-8.</summary>
    /// <exception cref="InvalidDataException">The modules cannot be joined; the message says which, why and what to do.</exception>
    public static byte[] Search() => Encoding.UTF8.GetBytes(Join(SearchFolder, SearchSources(), SearchOrder, SearchExports));

    /// <summary>The script of every other page: one ES module, UTF-8.</summary>
    /// <param name="words">File name of <see cref="Words"/> as it is published, in the same folder.</param>
    /// <exception cref="InvalidDataException">See <see cref="Search"/>.</exception>
    public static byte[] Site(string words)
    {
        var script = Join(SiteFolder, Sources(SiteFolder), SiteOrder, []);
        return script.Split(WordsName).Length == 2
            ? Encoding.UTF8.GetBytes(script.Replace(WordsName, $"\"{words}\"", StringComparison.Ordinal))
            : throw Refused(SiteFolder, "it names the file of other languages not once", $"Let reader-language.js say {WordsName}");
    }

    /// <summary>The labels of the interface in other languages: one ES module, UTF-8, which the script of a page fetches where a reader chose one.</summary>
    /// <exception cref="InvalidDataException">See <see cref="Search"/>.</exception>
    public static byte[] Words() => Encoding.UTF8.GetBytes(Join(WordsFolder, Sources(WordsFolder), WordsOrder, ["speak"]));

    /// <summary>The worker of the offline copy: a plain script, UTF-8, because not every browser runs modules as workers.</summary>
    /// <exception cref="InvalidDataException">See <see cref="Search"/>.</exception>
    public static byte[] Offline() => Encoding.UTF8.GetBytes(Join(OfflineFolder, Sources(OfflineFolder), OfflineOrder, []).Replace(NoExports, string.Empty, StringComparison.Ordinal));

    /// <summary>The script that encrypts submissions: one ES module, UTF-8.</summary>
    /// <exception cref="InvalidDataException">See <see cref="Search"/>.</exception>
    public static byte[] Submit() => Encoding.UTF8.GetBytes(Join(SubmitFolder, Sources(SubmitFolder), SubmitOrder, SubmitExports));

    /// <summary>The modules of the search page as they are written, by file name.</summary>
    internal static SortedDictionary<string, string> SearchSources() => Sources(SearchFolder);

    /// <summary>Whether a file of the theme is a module, which is published only as a part of a whole script.</summary>
    /// <param name="name">Its path in <c>theme/assets</c>.</param>
    public static bool IsModule(string name) => Path.GetExtension(name) == ".js";

    /// <summary>Joins modules.</summary>
    /// <param name="script">What they are together, for messages.</param>
    /// <param name="sources">Text by file name.</param>
    /// <param name="order">All file names in the order in which they stand.</param>
    /// <param name="exports">What the joined file gives.</param>
    /// <exception cref="InvalidDataException">See <see cref="Search"/>.</exception>
    internal static string Join(string script, IReadOnlyDictionary<string, string> sources, IReadOnlyList<string> order, IReadOnlyList<string> exports)
    {
        if (sources.Keys.Except(order, StringComparer.Ordinal).Concat(order.Except(sources.Keys, StringComparer.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault() is { } odd)
        {
            throw Refused(script, $"{odd} is {(sources.ContainsKey(odd) ? "not in the written order" : "in the written order and not among its files")}", "Mend the list in ScriptBundle");
        }

        var text = new StringBuilder();
        var declaredIn = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var module in order.Select(name => ScriptModule.Read(name, sources[name])))
        {
            foreach (var (from, name) in module.Imports)
            {
                if (!given.TryGetValue(from, out var names))
                {
                    throw Refused(script, $"{module.Name} takes {name} from {from}, which does not stand before it", "Mend the order in ScriptBundle or the import");
                }

                if (!names.Contains(name, StringComparer.Ordinal))
                {
                    throw Refused(script, $"{module.Name} takes {name} from {from}, which does not give it", "Export it there or mend the import");
                }
            }

            foreach (var name in module.Names)
            {
                if (!declaredIn.TryAdd(name, module.Name))
                {
                    throw Refused(script, $"{module.Name} declares {name}, and so does {declaredIn[name]}", "Give one of them another name");
                }
            }

            given.Add(module.Name, module.Exports);
            text.Append(ScriptShortener.Write(module.Code));
        }

        if (exports.Except(given.Values.SelectMany(names => names), StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            throw Refused(script, $"it should give {missing}, and no module does", "Mend the list in ScriptBundle");
        }

        return text.Append("export{").AppendJoin(',', exports).Append("};\n").ToString();
    }

    private static SortedDictionary<string, string> Sources(string folder)
    {
        var prefix = $"theme/{folder}/";
        var assembly = typeof(ScriptBundle).Assembly;
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var name = resource.Replace('\\', '/'); // as MSBuild writes folders on Windows
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8); // not null: the name came from the list
                sources.Add(name[prefix.Length..], reader.ReadToEnd());
            }
        }

        return sources;
    }

    private static InvalidDataException Refused(string script, string what, string remedy) => new($"The script of the theme \"{script}\" cannot be joined: {what}. {remedy}.");
}
