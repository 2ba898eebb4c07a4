using System.Globalization;

namespace Blog.Requests;

/// <summary>Fills a letter: with addresses, days and the name of the site, and with nothing that was written in the request or in a text.</summary>
public static class LetterWriter
{
    private const string Indent = "    ";

    /// <summary>The letter, ready to be copied; places in square brackets are a person's to fill.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="site">Title of the site.</param>
    /// <param name="siteAddress">Its address.</param>
    /// <param name="addresses">Public addresses the request is about.</param>
    /// <param name="request">The request.</param>
    /// <param name="today">The day of the letter.</param>
    public static string Write(RequestLetter letter, string site, string siteAddress, IReadOnlyList<string> addresses, RequestView request, DateOnly today)
    {
        var due = request.Clocks.Count == 0 || request.Clocks[0].Rule.Unit == ClockUnit.AtOnce ? "[day]" : Day(request.Clocks[0].LastDay);
        var text = RequestTexts.Letter(letter.Word)
            .Replace("{{today}}", Day(today), StringComparison.Ordinal)
            .Replace("{{received}}", Day(DateOnly.FromDateTime(request.Received)), StringComparison.Ordinal)
            .Replace("{{due}}", due, StringComparison.Ordinal)
            .Replace("{{addresses}}", addresses.Count == 0 ? Indent + "[addresses]" : string.Join('\n', addresses.Select(address => Indent + address)), StringComparison.Ordinal)
            .Replace("{{site-address}}", siteAddress, StringComparison.Ordinal)
            .Replace("{{site}}", site, StringComparison.Ordinal);
        return text.EndsWith('\n') ? text : text + "\n";
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
