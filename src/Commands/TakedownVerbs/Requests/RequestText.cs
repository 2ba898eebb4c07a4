using System.Globalization;
using System.Text;
using Blog.Requests;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary>A request in lines, for the terminal.</summary>
internal static class RequestText
{
    /// <summary>One line: name, kind, what runs, steps that are open.</summary>
    public static string Line(RequestView request)
    {
        var state = !request.IsOpen ? $"closed {request.Row.Done!.Value:yyyy-MM-dd}" // not null: it is closed
            : request.Next is { } clock ? $"{(clock.State == ClockState.Overdue ? "OVERDUE: " : string.Empty)}{clock.Rule.Words}, {clock.By} ({clock.Words})"
            : "no clock runs";
        return string.Create(CultureInfo.InvariantCulture, $"{Name(request)}  {request.Kind.Word}  received {request.Received:yyyy-MM-dd}  {request.Row.Units.Count} texts  {request.OpenSteps} steps open  {state}");
    }

    /// <summary>All of it but its sealed words.</summary>
    public static string Whole(RequestView request, bool hasNote)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Name(request)}  {request.Kind.Title}\n");
        text.Append(CultureInfo.InvariantCulture, $"received {request.Received:yyyy-MM-dd HH:mm}{(request.IsOpen ? string.Empty : $", closed {request.Row.Done:yyyy-MM-dd}")}; {(hasNote ? "has sealed words (--note shows them)" : "no sealed words")}\n");
        text.Append(CultureInfo.InvariantCulture, $"First: {request.Kind.First}\n\nClocks\n");
        foreach (var clock in request.Clocks)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {clock.Rule.Words}: {clock.By} ({clock.Words}); step {clock.Rule.Step} stops it\n{(clock.IsUncertain ? Uncertain : string.Empty)}");
        }

        text.Append(request.Clocks.Count == 0 ? "  none that the law sets\n\nTexts\n" : "\nTexts\n");
        foreach (var unit in request.Row.Units)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {unit.Hex[..VaultHandle.ShownDigits]}\n");
        }

        text.Append("\nChecklist\n");
        foreach (var item in request.Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"  [{Mark(item.State)}] {item.Word}: {item.Words}\n");
        }

        text.Append("\nCopies (takedown find looks at those marked *)\n");
        foreach (var (place, item) in request.Copies)
        {
            text.Append(CultureInfo.InvariantCulture, $"  [{Mark(item.State)}] {place.Step}{(place.IsSeen ? "*" : string.Empty)}: {place.Words}. {place.Way}\n");
        }

        text.Append("\nLetters (takedown request letter NAME LETTER)\n");
        foreach (var letter in request.Kind.Letters)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {letter.Word}: {letter.Title}\n");
        }

        Law(request.Kind, text.Append('\n'));
        return text.ToString();
    }

    /// <summary>A kind with its law.</summary>
    public static void Law(RequestKind kind, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"Law. {RequestKindTable.NotAdvice}\n");
        foreach (var law in kind.Laws)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {law.Title}, {law.Where} ({(law.Checked is { } day ? string.Create(CultureInfo.InvariantCulture, $"checked {day:yyyy-MM-dd}") : "not checked against its text")}): {law.Words}\n");
        }
    }

    /// <summary>The first digits of its name.</summary>
    public static string Name(RequestView request) => request.Row.Handle.Hex[..VaultHandle.ShownDigits];

    private static string Uncertain => string.Create(CultureInfo.InvariantCulture, $"    Bank holidays are known until {BankHolidays.KnownUntil}; for later years they follow from the rules alone. See GOV.UK, \"UK bank holidays\".\n");

    private static char Mark(RequestStepState state) => state switch
    {
        RequestStepState.Open => ' ',
        RequestStepState.Done => 'x',
        RequestStepState.NotNeeded => '-',
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
