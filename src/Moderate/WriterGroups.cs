using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Which rows of writers are one writer: those of one identity. People without one (Anonymous) are nobody in particular, and never grouped.</summary>
internal static class WriterGroups
{
    /// <summary>For each writer with an identity the handle that stands for all of theirs: that of their first row.</summary>
    public static IReadOnlyDictionary<VaultHandle, VaultHandle> Of(IReadOnlyList<VaultPerson> people) => people
        .Where(person => person.Identity is not null)
        .GroupBy(person => person.Identity!, StringComparer.Ordinal) // checked above
        .SelectMany(group => group.Select(person => (person.Handle, First: group.First().Handle)))
        .ToDictionary(pair => pair.Handle, pair => pair.First);
}
