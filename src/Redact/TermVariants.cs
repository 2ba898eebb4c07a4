using System.Globalization;
using System.Text;
using Blog.Text;

namespace Blog.Redact;

/// <summary>Expands a term into the forms in which people write it.</summary>
/// <remarks>
/// Spelling is not this type's work: letter case, accents, look-alike letters, hyphens, blanks and dots within a form are folded by the
/// matcher, so that <c>margaret-holloway</c>, <c>margaret.holloway@</c> and <c>MARGARET HOLLOWAY</c> are one form here. What stands here
/// are other words: the last name alone, initials, an acronym, a plural, the local parts that mail systems make of a name.
/// </remarks>
public static class TermVariants
{
    /// <summary>A single word shorter than this means the term in context only: too many other words hold it.</summary>
    private const int MinSureWord = 5;

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "revd", "reverend", "judge", "pc", "sgt", "insp", "cllr", "councillor", "hhj",
    };

    private static readonly HashSet<string> LegalForms = new(StringComparer.OrdinalIgnoreCase) { "ltd", "limited", "plc", "llp", "cic", "inc", "company" };

    private static readonly HashSet<string> LittleWords = new(StringComparer.OrdinalIgnoreCase) { "and", "of", "the", "for", "in", "at", "on", "with", "&" };

    /// <summary>Whether a term is one ordinary word, which is looked for with a capital alone: in small letters it means anything.</summary>
    public static bool NeedsCapital(string term) => Of(term, null, [])[0].Case == LetterCase.Capitalised;

    /// <summary>The forms of a term, the term itself first, each once.</summary>
    /// <param name="term">The term, as a moderator gave it or as it stands in a text; not empty.</param>
    /// <param name="kind">What it is; null where nobody said: it is then expanded by plural alone.</param>
    /// <param name="added">Forms that a moderator adds: nicknames, former names. They count in every letter case and mean the term.</param>
    public static IReadOnlyList<TermVariant> Of(string term, FindingKind? kind, IEnumerable<string> added)
    {
        var words = term.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '.', '"', '(', ')', ';', ':')).Where(word => word.Length > 0).ToList();
        var forms = new List<TermVariant>();
        Add(forms, term.Trim(), VariantStrength.Sure, words is [var only] && IsCommon(only) ? LetterCase.Capitalised : LetterCase.Any);
        foreach (var own in added.Select(own => own.Trim()).Where(own => own.Length > 0))
        {
            Add(forms, own, VariantStrength.Sure, IsCommon(own) ? LetterCase.Capitalised : LetterCase.Any);
            AddPlural(forms, own, VariantStrength.Sure, LetterCase.Any);
        }

        switch (kind)
        {
            case FindingKind.Person or FindingKind.Child or FindingKind.Victim:
                AddPerson(forms, words);
                break;
            case FindingKind.Organisation or FindingKind.Office:
                AddOrganisation(forms, words);
                break;
            case FindingKind.Email:
                AddLocalPart(forms, term);
                break;
            case FindingKind.Phone:
                AddPhone(forms, term);
                break;
            default:
                break; // a place, a number, an age: only as it stands
        }

        if (words.Count > 0 && words[^1].All(char.IsLetter))
        {
            AddPlural(forms, string.Join(' ', words), VariantStrength.Sure, forms[0].Case);
        }

        return [.. forms.DistinctBy(form => form.Text.ToUpperInvariant())];
    }

    private static void AddPerson(List<TermVariant> forms, List<string> words)
    {
        var names = words.SkipWhile(Titles.Contains).ToList();
        if (names.Count == 0)
        {
            return;
        }

        if (names.Count == 1)
        {
            AddName(forms, names[0], isLast: words.Count > 1);
            return;
        }

        var (first, last) = (names[0], names[^1]);
        Add(forms, $"{first} {last}", VariantStrength.Sure, LetterCase.Any);
        Add(forms, string.Join(' ', names), VariantStrength.Sure, LetterCase.Any);
        Add(forms, $"{last} {first}", VariantStrength.Sure, LetterCase.Any);

        // What registers and mail systems make of a name: "M Holloway", "mholloway", "Margaret H", "hollowaym".
        Add(forms, $"{first[0]} {last}", VariantStrength.Sure, LetterCase.Any);
        if (names.Count > 2)
        {
            Add(forms, $"{first[0]} {names[1][0]} {last}", VariantStrength.Sure, LetterCase.Any);
        }

        Add(forms, $"{last} {first[0]}", VariantStrength.InContext, LetterCase.Any);
        Add(forms, $"{first} {last[0]}", VariantStrength.InContext, LetterCase.Capitalised);
        AddName(forms, last, isLast: true);
        AddName(forms, first, isLast: false);
        Add(forms, string.Concat(names.Select(name => char.ToUpperInvariant(name[0]))), VariantStrength.InContext, LetterCase.Capitals);
        Add(forms, string.Concat(char.ToUpperInvariant(first[0]), char.ToUpperInvariant(last[0])), VariantStrength.InContext, LetterCase.Capitals);
    }

    private static void AddName(List<TermVariant> forms, string name, bool isLast)
    {
        var isCommon = IsCommon(name);
        var strength = isLast && !isCommon && name.Length >= MinSureWord ? VariantStrength.Sure : VariantStrength.InContext;
        var @case = isCommon || name.Length < MinSureWord ? LetterCase.Capitalised : LetterCase.Any;
        Add(forms, name, strength, @case);
        AddPlural(forms, name, strength, @case);
    }

    private static void AddOrganisation(List<TermVariant> forms, List<string> words)
    {
        var core = words.Where(word => !LegalForms.Contains(word)).ToList();
        if (core.Count > 0 && core.Count < words.Count)
        {
            Add(forms, string.Join(' ', core), VariantStrength.Sure, core is [var only] && IsCommon(only) ? LetterCase.Capitalised : LetterCase.Any);
        }

        if (core.Count > 1 && core[0].Equals("the", StringComparison.OrdinalIgnoreCase))
        {
            Add(forms, string.Join(' ', core.Skip(1)), VariantStrength.Sure, LetterCase.Any);
        }

        var initials = string.Concat(core.Where(word => !LittleWords.Contains(word)).Select(word => char.ToUpperInvariant(word[0])));
        if (initials.Length >= 3)
        {
            Add(forms, initials, VariantStrength.InContext, LetterCase.Capitals);
            Add(forms, initials + "s", VariantStrength.InContext, LetterCase.Capitals);
        }
    }

    private static void AddLocalPart(List<TermVariant> forms, string term)
    {
        var at = term.IndexOf('@', StringComparison.Ordinal);
        if (at >= MinSureWord)
        {
            Add(forms, term[..at], VariantStrength.Sure, LetterCase.Any);
        }
    }

    private static void AddPhone(List<TermVariant> forms, string term)
    {
        var digits = new StringBuilder();
        foreach (var c in term.Where(char.IsAsciiDigit))
        {
            digits.Append(c);
        }

        var number = digits.ToString();
        var national = number.StartsWith("0044", StringComparison.Ordinal) ? number[4..] : number.StartsWith("44", StringComparison.Ordinal) ? number[2..] : number.TrimStart('0');
        national = national.TrimStart('0');
        if (national.Length >= 7)
        {
            Add(forms, "0" + national, VariantStrength.Sure, LetterCase.Any);
            Add(forms, "44" + national, VariantStrength.Sure, LetterCase.Any);
            Add(forms, "440" + national, VariantStrength.Sure, LetterCase.Any); // +44 (0)…
        }
    }

    /// <summary>The possessive without its apostrophe and the plural are the same letters: "Holloways".</summary>
    private static void AddPlural(List<TermVariant> forms, string name, VariantStrength strength, LetterCase @case)
    {
        if (name.Length > 1 && char.IsLetter(name[^1]))
        {
            Add(forms, name.EndsWith('s') ? name + "es" : name + "s", strength, @case);
        }
    }

    private static void Add(List<TermVariant> forms, string text, VariantStrength strength, LetterCase @case)
    {
        if (text.Any(char.IsLetterOrDigit))
        {
            forms.Add(new TermVariant(text, strength, @case));
        }
    }

    private static bool IsCommon(string word) => WordTable.Common.Contains(word.ToLower(CultureInfo.InvariantCulture));
}
