using System.Globalization;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary>Says in one line what was decided and what it reaches, without a word of a text.</summary>
internal static class DecisionLine
{
    /// <summary>A decision just made.</summary>
    public static void Made(VaultDecision decision, TermPlaces? places)
    {
        var reach = places is null ? string.Empty : ": " + Reach(places);
        Console.WriteLine($"Decision {decision.Handle.Hex[..VaultHandle.ShownDigits]}: {Word(decision)}{reach}. Undo it with: redact undo {decision.Handle.Hex[..VaultHandle.ShownDigits]}");
    }

    /// <summary>What a term reaches.</summary>
    public static string Reach(TermPlaces places) =>
        string.Create(CultureInfo.InvariantCulture, $"{places.Places:N0} places in {places.Texts.Count:N0} texts of {places.Threads:N0} threads");

    /// <summary>"redact, everywhere, person".</summary>
    public static string Word(VaultDecision decision) =>
        string.Join(", ", new[] { ActionWord(decision.Action), decision.Scope.ToString().ToLowerInvariant(), decision.Kind }.OfType<string>());

    private static string ActionWord(DecisionAction action) => action switch
    {
        DecisionAction.Redact => "redact",
        DecisionAction.Keep => "keep",
        DecisionAction.Withhold => "withhold",
        DecisionAction.Pseudonym => "pseudonym",
        DecisionAction.Accept => "accept",
        DecisionAction.Undo => "undo",
        DecisionAction.PublishPicture => "publish picture",
        DecisionAction.LeaveOutPicture => "leave out picture",
        DecisionAction.ReplacePicture => "replace picture",
        DecisionAction.SameAs => "same as another",
        DecisionAction.Answers => "answers another",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No such action."),
    };
}
