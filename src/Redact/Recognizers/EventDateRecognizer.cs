namespace Blog.Redact.Recognizers;

/// <summary>Exact dates of events: a day with or without its year. A month with its year is a near miss.</summary>
internal sealed class EventDateRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public string Name => "event-date";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in DateForms.Whole(text))
        {
            found.Add(this, FindingKind.EventDate, match.Start, match.End, 0.85, "A day with its year.");
        }

        foreach (var match in NumberForms.Find(text, DateForms.DayAndMonth))
        {
            found.Add(this, FindingKind.EventDate, match.Start, match.End, 0.65, "A day of a month.");
        }

        foreach (var match in NumberForms.Find(text, DateForms.MonthAndYear))
        {
            found.Add(this, FindingKind.EventDate, match.Start, match.End, 0.4, "A month of a year.");
        }
    }
}
