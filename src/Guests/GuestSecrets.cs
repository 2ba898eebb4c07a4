using Blog.Redact;
using Blog.Redact.Gazetteers;
using Blog.Source;
using Blog.Text;
using Blog.Vault;

namespace Blog.Guests;

/// <summary>What was taken out of a guest's text on its way, and who sent it: kept as keyed numbers on the erasure list, so that the safety check finds it in the post and in the comments under it, though nobody can read it there.</summary>
/// <remarks>
/// Two things are taken for such words: what a recognizer finds in an earlier version, and words that begin with a capital letter within a sentence or hold a digit, if the dictionary has them
/// not and few texts of the archive; both only where they stand no more in the text that was agreed to. A name that the text never held is not known here.
/// </remarks>
/// <param name="store">The private store.</param>
internal sealed class GuestSecrets(VaultStore store)
{
    private const int ShortestWord = 4;

    /// <summary>A word that stands in so many texts of the archive points at nobody: "Parole", "Excel".</summary>
    private const int CommonHere = 3;

    /// <summary>Numbers of so many digits are years and rooms.</summary>
    private const int YearDigits = 4;

    /// <summary>Puts them onto the list, durably.</summary>
    /// <param name="post">The post as it was taken in; its thread is where they are looked for.</param>
    /// <param name="draft">The draft with its versions.</param>
    /// <param name="original">The text as it was sent; null where it was destroyed.</param>
    /// <param name="sender">Who sent it; null where that is not known.</param>
    public void Keep(VaultPost post, GuestDraft draft, GuestVersion? original, string? sender)
    {
        var list = ErasureList.Of(store);
        var unit = store.Units().First(each => each.Handle == post.Handle);
        IEnumerable<string> ids = unit.FreshId is { } fresh ? [unit.PublicId, fresh] : [unit.PublicId];
        List<string> scopes = [.. ids.Select(SealScope.Thread), ErasureList.ThreadScope(post.SourceFormat, post.SourceKey, post.SourceId)];
        foreach (var form in Of(draft, original, sender, word => store.Search($"\"{word}\"", CommonHere).Count >= CommonHere))
        {
            scopes.ForEach(scope => list.AddTerm(form.Text, form.Case, scope));
        }

        list.Save();
    }

    /// <summary>The forms that are looked for.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="original">The text as it was sent.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="isCommonHere">Whether a word that no recognizer knows is everybody's in this archive.</param>
    internal static IReadOnlyList<TermVariant> Of(GuestDraft draft, GuestVersion? original, string? sender, Predicate<string> isCommonHere)
    {
        var terms = new List<(string Words, FindingKind? Kind)>();
        foreach (var version in draft.Versions.SkipLast(1).Prepend(original).OfType<GuestVersion>())
        {
            foreach (var text in new[] { version.Title, version.Markdown }.OfType<string>())
            {
                var view = ProseView.Of(text);
                terms.AddRange(TextFinder.Find(view, PublicNames.BuiltIn).Where(found => !found.IsNearMiss && Names(found.Kind)).Select(found => (found.Range.Of(text), (FindingKind?)found.Kind)));
                terms.AddRange(UnusualWords(view.Text).Where(word => !isCommonHere(word)).Select(word => (word, (FindingKind?)null)));
            }
        }

        if (sender is not null)
        {
            var parts = sender.Split([' ', '<', '>', '"', ',', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
            var name = string.Join(' ', parts.Where(part => !part.Contains('@', StringComparison.Ordinal)));
            terms.AddRange(parts.Where(part => part.Contains('@', StringComparison.Ordinal)).Select(part => (part, (FindingKind?)FindingKind.Email)));
            if (name.Length >= ShortestWord)
            {
                terms.Add((name, FindingKind.Person));
            }
        }

        var usable = terms.Where(term => term.Words.Count(char.IsLetterOrDigit) >= ShortestWord && !IsOrdinary(term.Words)).Distinct().ToList();
        var forms = usable.SelectMany(term => TermVariants.Of(term.Words, term.Kind, [])).Where(form => form.Strength == VariantStrength.Sure && form.Text.Count(char.IsLetterOrDigit) >= ShortestWord && !IsOrdinary(form.Text)).Distinct().ToList();
        if (forms.Count == 0)
        {
            return [];
        }

        // What the writer let stand is no secret, in any form.
        var standing = TermMatcher.Of([.. forms.Select(form => form.Text)]).Find(FoldedText.Of($"{draft.Now.Title}\n\n{ProseView.Of(draft.Now.Markdown).Text}")).Select(match => match.Term).ToHashSet();
        return [.. forms.Where((_, index) => !standing.Contains(index))];
    }

    /// <summary>Kinds whose words point at somebody or something by themselves; "17 years" is anybody's.</summary>
    private static bool Names(FindingKind kind) =>
        FindingTreatmentTable.Of(kind) != FindingTreatment.List || kind is FindingKind.Place or FindingKind.Office or FindingKind.Organisation or FindingKind.FileName;

    private static bool IsOrdinary(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NameFolding.Fold).All(word => WordTable.Common.Contains(word) || OrdinaryWords.Contains(word) || OrdinaryWords.IsCalendar(word));

    /// <summary>Words with a capital letter that do not begin a sentence, and words with a digit.</summary>
    private static IEnumerable<string> UnusualWords(string text)
    {
        var begins = true;
        for (var position = 0; WordSplitter.TryNext(text, ref position, out var start, out var end, out _);)
        {
            begins = begins || SentenceEndsBefore(text, start);
            var word = text[start..end];
            if (word.Length >= ShortestWord && ((!begins && char.IsUpper(word[0])) || (word.Any(char.IsDigit) && !(word.Length <= YearDigits && word.All(char.IsAsciiDigit)))))
            {
                yield return word;
            }

            begins = false;
        }
    }

    private static bool SentenceEndsBefore(string text, int start)
    {
        var at = start - 1;
        while (at >= 0 && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\'' or '(' or '\u201C' or '\u2018'))
        {
            if (text[at] == '\n')
            {
                return true;
            }

            at--;
        }

        return at < 0 || text[at] is '.' or '!' or '?' or ':';
    }
}
