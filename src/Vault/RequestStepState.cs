namespace Blog.Vault;

/// <summary>How a step of a request's checklist stands.</summary>
public enum RequestStepState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not needed for this request; a person said so.</summary>
    NotNeeded,
}
