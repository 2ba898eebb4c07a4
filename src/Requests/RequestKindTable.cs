using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Blog.Model;

namespace Blog.Requests;

/// <summary>Every kind of request with what belongs to it, and every place where copies may lie, from the embedded tables.</summary>
public static class RequestKindTable
{
    /// <summary>What every page and message says beside the law.</summary>
    public const string NotAdvice = "This is not legal advice.";

    /// <summary>Places where copies may lie, in the order in which they are looked through.</summary>
    public static IReadOnlyList<CopyPlace> Copies { get; } = [.. RequestTexts.Rows("copies").Select(row => new CopyPlace(row[0], row[1] switch { "program" => true, "person" => false, var other => throw Bad(other) }, row[2], row[3]))];

    /// <summary>All kinds, in the order of the table: those that cannot wait first.</summary>
    public static IReadOnlyList<RequestKind> All { get; } = Read();

    /// <summary>The kind of a word.</summary>
    public static bool TryFind(string word, [NotNullWhen(true)] out RequestKind? kind)
    {
        kind = All.FirstOrDefault(each => each.Word == word);
        return kind is not null;
    }

    /// <summary>The kind of a request that was kept; a kind of a later program has its word and nothing else.</summary>
    public static RequestKind Of(string word) =>
        TryFind(word, out var kind) ? kind : new RequestKind { Word = word, Title = word, Withhold = WithholdRule.Offer, First = "This kind was made by a later program: open it there.", Clocks = [], Steps = [], Letters = [], Laws = [] };

    private static RequestKind[] Read()
    {
        var clocks = RequestTexts.Rows("clocks");
        var steps = RequestTexts.Rows("steps");
        var laws = RequestTexts.Rows("laws");
        var letters = RequestTexts.Rows("letters");
        return
        [
            .. RequestTexts.Rows("kinds").Select(row => new RequestKind
            {
                Word = row[0],
                Title = row[1],
                Withhold = row[2] switch { "first" => WithholdRule.First, "offer" => WithholdRule.Offer, "no" => WithholdRule.No, var other => throw Bad(other) },
                First = row[3],
                Clocks = [.. clocks.Where(each => each[0] == row[0]).Select(each => new ClockRule(int.Parse(each[2], CultureInfo.InvariantCulture), Unit(each[3]), each[4], each[5]))],
                Steps = [.. steps.Where(each => each[0] == row[0]).Select(each => new RequestStep(each[1], each[2]))],
                Letters = [.. letters.Where(each => each[1] == "*" || each[1].Split(',').Contains(row[0])).Select(each => new RequestLetter(each[0], Reader(each[2]), each[3]))],
                Laws = [.. laws.Where(each => each[0] == row[0]).Select(each => new RequestLaw(each[1], each[2], each[3], each[4] == "-" ? null : DayText.Read(each[4])))],
            }),
        ];
    }

    private static ClockUnit Unit(string word) => word switch
    {
        "at-once" => ClockUnit.AtOnce,
        "working-hours" => ClockUnit.WorkingHours,
        "days" => ClockUnit.Days,
        "months" => ClockUnit.Months,
        _ => throw Bad(word),
    };

    private static LetterReader Reader(string word) => word switch
    {
        "requester" => LetterReader.Requester,
        "authority" => LetterReader.Authority,
        "third-party" => LetterReader.ThirdParty,
        _ => throw Bad(word),
    };

    private static InvalidOperationException Bad(string word) => new($"A table of requests holds the word {word}, which has no meaning.");
}
