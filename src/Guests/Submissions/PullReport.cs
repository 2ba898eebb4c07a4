using Blog.Vault;

namespace Blog.Guests.Submissions;

/// <summary>What a pull did. In = kept + repeated + skipped.</summary>
/// <param name="In">Entries of the export.</param>
/// <param name="Kept">Those that were kept, by kind; what could not be opened is among them.</param>
/// <param name="Repeated">Those that were here before, or twice in the export.</param>
/// <param name="Skipped">Those left out, by reason.</param>
/// <param name="OpenedNow">Messages kept by earlier pulls that a key now opens, by kind; not part of the sum.</param>
public sealed record PullReport(
    int In, IReadOnlyDictionary<SubmissionKind, int> Kept, int Repeated, IReadOnlyDictionary<SkippedReason, int> Skipped, IReadOnlyDictionary<SubmissionKind, int> OpenedNow);
