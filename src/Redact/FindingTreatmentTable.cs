using Blog.Redact.Tagging;
using Blog.Text;

namespace Blog.Redact;

/// <summary>What happens to an undecided finding of each kind, and the label of the mark that would stand in its place.</summary>
public static class FindingTreatmentTable
{
    /// <summary>The treatment of a kind.</summary>
    public static FindingTreatment Of(FindingKind kind) => kind switch
    {
        FindingKind.Email or FindingKind.Phone or FindingKind.Postcode or FindingKind.Address or FindingKind.PersonalNumber or FindingKind.CaseReference
            or FindingKind.Vehicle or FindingKind.BirthDate or FindingKind.Handle or FindingKind.IpAddress or FindingKind.NamingLink => FindingTreatment.Mask,
        FindingKind.Person or FindingKind.Child or FindingKind.Victim or FindingKind.Offence or FindingKind.Health => FindingTreatment.Hold,
        FindingKind.Place or FindingKind.Office or FindingKind.Organisation or FindingKind.EventDate or FindingKind.Age or FindingKind.Tenure or FindingKind.Role
            or FindingKind.Family or FindingKind.Education or FindingKind.FileName or FindingKind.UnusualEvent or FindingKind.Amount or FindingKind.CaseDetail => FindingTreatment.List,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No treatment for this kind."),
    };

    /// <summary>
    /// The treatment of a finding in a mode. Under <see cref="TagMode.Guard"/> what would only be listed holds the text too, since facts identify together; and so does whatever the
    /// tagger found, references among them: a mask that nobody looked at is for forms that prove themselves.
    /// </summary>
    public static FindingTreatment Of(Finding finding, TagMode mode) =>
        mode == TagMode.Guard && (finding.Recognizer == TextTagger.Name || Of(finding.Kind) == FindingTreatment.List) ? FindingTreatment.Hold : Of(finding.Kind);

    /// <summary>The label of the mark for a kind; one of <see cref="RedactionLabelTable"/>'s, or null for a mark without a label.</summary>
    public static string? LabelOf(FindingKind kind) => kind switch
    {
        FindingKind.Person or FindingKind.Child or FindingKind.Victim or FindingKind.Handle or FindingKind.Family => "person",
        FindingKind.Place or FindingKind.Postcode or FindingKind.Address => "place",
        FindingKind.Office or FindingKind.Organisation => "organisation",
        FindingKind.Phone or FindingKind.PersonalNumber or FindingKind.CaseReference or FindingKind.Vehicle or FindingKind.Age or FindingKind.Tenure or FindingKind.Amount => "number",
        FindingKind.BirthDate or FindingKind.EventDate => "date",
        FindingKind.Email or FindingKind.IpAddress or FindingKind.NamingLink or FindingKind.FileName or FindingKind.Role or FindingKind.Education
            or FindingKind.Offence or FindingKind.Health or FindingKind.UnusualEvent or FindingKind.CaseDetail => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No label for this kind."),
    };
}
