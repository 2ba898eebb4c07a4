using Blog.Vault;

namespace Blog.Desk;

/// <summary>A decision in plain words, without a word of a text.</summary>
internal static class DecisionWords
{
    /// <summary>"redacted a person everywhere".</summary>
    public static string Of(VaultDecision decision) => decision.Action switch
    {
        DecisionAction.Redact => $"redacted {decision.Kind ?? "words"} {Where(decision.Scope)}",
        DecisionAction.Keep => $"kept {decision.Kind ?? "words"} {Where(decision.Scope)}",
        DecisionAction.Withhold => $"withheld {Whole(decision.Scope)}",
        DecisionAction.Pseudonym => $"renamed a person {Where(decision.Scope)}",
        DecisionAction.Accept => decision.Scope == DecisionScope.Everywhere ? "everything goes out as it was" : "text read, may go out",
        DecisionAction.Undo => "undid a decision",
        DecisionAction.PublishPicture => "picture shown",
        DecisionAction.LeaveOutPicture => "picture left out",
        DecisionAction.ReplacePicture => "picture replaced",
        DecisionAction.SameAs => "joined a comment with the one that says the same",
        DecisionAction.Answers => "said which comment another one answers",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Action, "No words for this action."),
    };

    private static string Where(DecisionScope scope) => scope switch
    {
        DecisionScope.Place => "at one place",
        DecisionScope.Text => "in one text",
        DecisionScope.Thread => "in one thread",
        DecisionScope.Writer => "in one writer's texts",
        DecisionScope.Everywhere => "everywhere",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "No words for this scope."),
    };

    private static string Whole(DecisionScope scope) => scope switch
    {
        DecisionScope.Thread => "a thread",
        DecisionScope.Writer => "everything by one writer",
        DecisionScope.Text or DecisionScope.Place or DecisionScope.Everywhere => "a text",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "No words for this scope."),
    };
}
