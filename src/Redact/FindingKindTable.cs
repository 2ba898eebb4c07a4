using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Blog.Redact;

/// <summary>The word of each <see cref="FindingKind"/>, in lists, commands and the private store.</summary>
public static class FindingKindTable
{
    private static readonly FrozenDictionary<string, FindingKind> Kinds =
        Enum.GetValues<FindingKind>().ToFrozenDictionary(ToWord, StringComparer.OrdinalIgnoreCase);

    /// <summary>All words in ordinal order.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Kinds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The word of a kind.</summary>
    public static string ToWord(FindingKind kind) => kind switch
    {
        FindingKind.Person => "person",
        FindingKind.Place => "place",
        FindingKind.Office => "office",
        FindingKind.Organisation => "organisation",
        FindingKind.Email => "e-mail",
        FindingKind.Phone => "phone",
        FindingKind.Postcode => "postcode",
        FindingKind.Address => "address",
        FindingKind.PersonalNumber => "personal-number",
        FindingKind.CaseReference => "case-reference",
        FindingKind.Vehicle => "vehicle",
        FindingKind.BirthDate => "birth-date",
        FindingKind.EventDate => "event-date",
        FindingKind.Age => "age",
        FindingKind.Tenure => "tenure",
        FindingKind.Role => "role",
        FindingKind.Family => "family",
        FindingKind.Education => "education",
        FindingKind.Handle => "handle",
        FindingKind.IpAddress => "ip-address",
        FindingKind.NamingLink => "link",
        FindingKind.FileName => "file-name",
        FindingKind.Child => "child",
        FindingKind.Victim => "victim",
        FindingKind.Offence => "offence",
        FindingKind.Health => "health",
        FindingKind.UnusualEvent => "event",
        FindingKind.Amount => "amount",
        FindingKind.CaseDetail => "case-detail",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No word for this kind."),
    };

    /// <summary>Reads a word; false where it is none, or null.</summary>
    public static bool TryParse([NotNullWhen(true)] string? word, out FindingKind kind)
    {
        kind = default;
        return word is not null && Kinds.TryGetValue(word, out kind);
    }
}
