namespace Blog.Redact.Recognizers;

/// <summary>Every recognizer, in the order in which they are asked: a later one may look at what those before it found.</summary>
/// <remarks>
/// Numbers and addresses come first, because their form proves them; then places, offices and organisations, so that names of people
/// can leave those alone; people; and last the facts that stand on the words around them. The trained tagger is asked apart from them (<see cref="Tagging.TextTagger"/>): it reads a whole thread, and takes longer than all of these together.
/// </remarks>
internal static class RecognizerList
{
    /// <summary>The recognizers.</summary>
    public static IReadOnlyList<IRecognizer> InOrder { get; } =
    [
        new EmailRecognizer(),
        new NationalInsuranceRecognizer(),
        new NhsNumberRecognizer(),
        new PrisonNumberRecognizer(),
        new PncIdRecognizer(),
        new CaseReferenceRecognizer(),
        new PhoneRecognizer(),
        new PostcodeRecognizer(),
        new VehicleRecognizer(),
        new IpAddressRecognizer(),
        new HandleRecognizer(),
        new NamingLinkRecognizer(),
        new FileNameRecognizer(),
        new BirthDateRecognizer(),
        new EventDateRecognizer(),
        new StreetAddressRecognizer(),
        new OfficeRecognizer(),
        new OrganisationRecognizer(),
        new PlaceRecognizer(),
        new PersonRecognizer(),
        new AgeRecognizer(),
        new TenureRecognizer(),
        new RoleRecognizer(),
        new FamilyRecognizer(),
        new EducationRecognizer(),
        new ChildRecognizer(),
        new VictimRecognizer(),
        new OffenceRecognizer(),
        new HealthRecognizer(),
        new UnusualEventRecognizer(),
    ];
}
