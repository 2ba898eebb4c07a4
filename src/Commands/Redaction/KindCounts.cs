using Blog.Redact;

namespace Blog.Commands.Redaction;

/// <summary>Findings as "2 person, 1 e-mail".</summary>
internal static class KindCounts
{
    public static string Of(IEnumerable<FindingKind> kinds) => string.Join(", ", kinds.GroupBy(kind => kind).OrderBy(group => group.Key)
        .Select(group => $"{group.Count()} {FindingKindTable.ToWord(group.Key)}"));
}
