using System.Collections.Frozen;

namespace Blog.Text;

/// <summary>The labels a redaction mark may bear, and the kind of each.</summary>
/// <remarks>
/// A label may end in one letter or a number that tells two of a kind apart within a thread ("Officer A", "town 2"); the kind is that of
/// the words before it. Letter case does not matter. The list is closed: an unlisted label could say what it is meant to hide.
/// </remarks>
public static class RedactionLabelTable
{
    private static readonly FrozenDictionary<string, RedactionKind> Kinds = Build().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All labels in ordinal order, for messages and documentation.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Kinds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The kind of a label; false, and <see cref="RedactionKind.Other"/>, where it is not listed.</summary>
    public static bool TryGetKind(ReadOnlySpan<char> label, out RedactionKind kind)
    {
        var lookup = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.TryGetValue(label, out kind) || lookup.TryGetValue(WithoutOrdinal(label), out kind);
    }

    /// <summary>The word of a kind in <c>data-kind</c>.</summary>
    public static string ToWord(RedactionKind kind) => kind switch
    {
        RedactionKind.Person => "person",
        RedactionKind.Place => "place",
        RedactionKind.Organisation => "organisation",
        RedactionKind.Date => "date",
        RedactionKind.Number => "number",
        RedactionKind.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>"Officer A" and "town 12" without what tells them apart; anything else as it is.</summary>
    private static ReadOnlySpan<char> WithoutOrdinal(ReadOnlySpan<char> label)
    {
        var space = label.LastIndexOf(' ');
        if (space <= 0)
        {
            return label;
        }

        var last = label[(space + 1)..];
        var isLetter = last.Length == 1 && last[0] is >= 'A' and <= 'Z';
        var isNumber = last.Length is 1 or 2 && !last.ContainsAnyExceptInRange('0', '9');
        return isLetter || isNumber ? label[..space] : label;
    }

    private static IEnumerable<KeyValuePair<string, RedactionKind>> Build() =>
    [
        .. Of(RedactionKind.Place, "place", "address", "area", "borough", "building", "city", "country", "county", "court", "district",
            "estate", "hospital", "hostel", "island", "office", "parish", "police station", "port", "postcode", "prison", "region",
            "road", "school", "station", "street", "town", "village"),
        .. Of(RedactionKind.Person, "person", "author", "caller", "chair", "chief", "child", "client", "colleague", "councillor", "defendant",
            "director", "family member", "handle", "judge", "magistrate", "manager", "member", "minister", "name", "offender", "officer",
            "parent", "partner", "patient", "prisoner", "relative", "signature", "solicitor", "supervisor", "trainee", "victim", "witness",
            "worker", "writer"),
        .. Of(RedactionKind.Organisation, "organisation", "agency", "association", "branch", "charity", "company", "contractor", "council",
            "department", "division", "employer", "firm", "newspaper", "programme", "project", "provider", "service", "team", "trust",
            "union", "unit", "university"),
        .. Of(RedactionKind.Number, "number", "account", "age", "amount", "badge", "case number", "grade", "phone", "reference", "reference number",
            "salary", "score", "sentence length", "tenure", "years", "telephone"),
        .. Of(RedactionKind.Date, "date", "birthday", "date of birth", "day", "month", "period", "time", "year"),
        .. Of(RedactionKind.Other, "other", "circumstance", "condition", "conviction", "detail", "diagnosis", "event", "link", "offence",
            "quotation", "text", "title"),
    ];

    private static IEnumerable<KeyValuePair<string, RedactionKind>> Of(RedactionKind kind, params IEnumerable<string> labels) =>
        labels.Select(label => KeyValuePair.Create(label, kind));
}
