using Blog.Vault;

namespace Blog.Requests;

/// <summary>A request as a person looks at it: kind, clocks, checklist, copies.</summary>
/// <param name="Row">As it is kept.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Received">When it came, in UK local time.</param>
/// <param name="Clocks">Its clocks, in the order of the table.</param>
/// <param name="Steps">Its checklist.</param>
/// <param name="Copies">Places of copies that a person sees to, and places that the program looks at, as lines of the checklist.</param>
public sealed record RequestView(VaultRequest Row, RequestKind Kind, DateTime Received, IReadOnlyList<RequestClock> Clocks, IReadOnlyList<ChecklistItem> Steps, IReadOnlyList<(CopyPlace Place, ChecklistItem Item)> Copies)
{
    /// <summary>Whether it is open.</summary>
    public bool IsOpen => Row.Done is null;

    /// <summary>The clock that asks for something next; null where none runs.</summary>
    public RequestClock? Next => Clocks.Where(clock => clock.State is ClockState.Overdue or ClockState.Running).OrderBy(clock => clock.End).FirstOrDefault();

    /// <summary>Whether something of it is overdue.</summary>
    public bool IsOverdue => Clocks.Any(clock => clock.State == ClockState.Overdue);

    /// <summary>Steps of its checklist that are still open.</summary>
    public int OpenSteps => Steps.Count(step => step.State == RequestStepState.Open);

    /// <summary>Looks at a request.</summary>
    /// <param name="request">As it is kept.</param>
    /// <param name="now">UK local time.</param>
    public static RequestView Of(VaultRequest request, DateTime now)
    {
        var kind = RequestKindTable.Of(request.Kind);
        var received = UkTime.Local(request.Received);
        return new RequestView(
            request,
            kind,
            received,
            [.. kind.Clocks.Select(rule => ClockOf(request, rule, received, now))],
            [.. kind.Steps.Select(step => ItemOf(request, step.Word, step.Words))],
            [.. RequestKindTable.Copies.Select(place => (place, ItemOf(request, place.Step, place.Words)))]);
    }

    private static RequestClock ClockOf(VaultRequest request, ClockRule rule, DateTime received, DateTime now)
    {
        var end = rule.End(received);
        var said = request.Steps.GetValueOrDefault(rule.Step);
        var stopped = said.State switch
        {
            RequestStepState.Done => UkTime.Local(said.Changed),
            RequestStepState.NotNeeded => DateTime.MinValue,
            RequestStepState.Open => request.Done is { } done ? UkTime.Local(done) : (DateTime?)null,
            _ => throw new InvalidOperationException($"No such state: {said.State}."),
        };
        var state = stopped is null ? (now >= end ? ClockState.Overdue : ClockState.Running) : stopped >= end && rule.Unit != ClockUnit.AtOnce ? ClockState.Late : ClockState.Stopped;
        return new RequestClock(rule, end, state, end - now);
    }

    private static ChecklistItem ItemOf(VaultRequest request, string word, string words) =>
        request.Steps.TryGetValue(word, out var said) ? new ChecklistItem(word, words, said.State, UkTime.Local(said.Changed)) : new ChecklistItem(word, words, RequestStepState.Open, null);
}
