using System.Globalization;
using Blog.Desk.Screens;
using Blog.Moderate;
using Blog.Redact;

namespace Blog.Desk.Review;

/// <summary>The checklist for reading a text as the writer's manager would: with the rota, the case files and last week's meeting in mind.</summary>
internal static class ManagersReading
{
    private static readonly (string Question, FindingKind[] Kinds)[] Questions =
    [
        ("When was it? A shift, a leave, a deadline, the day of a meeting: who was there then?", [FindingKind.EventDate]),
        ("Where was it? An office, a court, a prison, a team: how many people work there?", [FindingKind.Place, FindingKind.Office, FindingKind.Organisation]),
        ("Who else was there? Each of them knows who wrote this.", [FindingKind.Person, FindingKind.Role]),
        ("Which case is it? Would the file be known from what is told of it?", [FindingKind.CaseReference, FindingKind.Offence, FindingKind.Victim, FindingKind.Child]),
        ("How long in the job, how old, what training, what family: how many of your staff fit all of it?", [FindingKind.Age, FindingKind.Tenure, FindingKind.Education, FindingKind.Family]),
        ("What happened that happens to few? Such a thing names its writer alone.", [FindingKind.UnusualEvent, FindingKind.Health]),
        ("What is said here that was only said in a supervision, a one-to-one or a mail to few?", []),
        ("Which words are this person's own: a phrase, a joke, a spelling, a way of signing?", []),
        ("Is it an answer to something that went round this week? Then the day of publishing tells.", []),
        ("What is quoted: a mail, a policy, a form with a version? Who had it?", []),
    ];

    /// <summary>The questions, with what was seen in the text.</summary>
    public static IReadOnlyList<ReadingQuestion> Of(TextReview review) => [.. Questions.Select(each => new ReadingQuestion(each.Question, Seen(review, each.Kinds)))];

    private static string? Seen(TextReview review, FindingKind[] kinds)
    {
        var seen = kinds.Select(kind => (Kind: kind, Count: review.Findings.Count(found => found.Finding.Kind == kind && !found.Finding.IsNearMiss && found.Status is FindingStatus.Open or FindingStatus.Kept)))
            .Where(each => each.Count > 0).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Count} {FindingKindTable.ToWord(each.Kind)}")).ToList();
        return seen.Count == 0 ? null : string.Join(", ", seen);
    }
}
