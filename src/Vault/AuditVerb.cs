namespace Blog.Vault;

/// <summary>What was done, in the audit. A closed list, so that no text can get into it; a new verb is a new line here and in <see cref="VaultWords"/>.</summary>
public enum AuditVerb
{
    /// <summary>A decision was made; the subject is the decision.</summary>
    Decision,

    /// <summary>A decision from before there was an audit was taken into it; the subject is the decision.</summary>
    DecisionAdopted,

    /// <summary>An archive was taken in; the subject is the source.</summary>
    Import,

    /// <summary>A release began; the subject is its run.</summary>
    Release,

    /// <summary>A release came to its end; the subject is its run.</summary>
    ReleaseDone,

    /// <summary>A source was marked as still public.</summary>
    SourcePublic,

    /// <summary>A source was marked as closed.</summary>
    SourceClosed,

    /// <summary>A source was marked as unknown again.</summary>
    SourceUnknown,

    /// <summary>The passphrase was set or changed; the subject is the new key.</summary>
    Passphrase,

    /// <summary>Sealed rows were opened for a while.</summary>
    Unlock,

    /// <summary>Sealed rows were locked.</summary>
    Lock,

    /// <summary>A backup was made.</summary>
    Backup,

    /// <summary>The store was brought back from a backup.</summary>
    Restore,

    /// <summary>A text was erased; the subject is its post or comment.</summary>
    Erasure,

    /// <summary>A finding of the safety check was waived; the subject is the waiver.</summary>
    Waiver,

    /// <summary>A guest's text, a request or a key was put into a sealed row; the subject is the row's own name.</summary>
    Sealed,

    /// <summary>A request was kept, or opened again; the subject is the request.</summary>
    Request,

    /// <summary>Something was said about a step of a request; the subject is the request.</summary>
    RequestStep,

    /// <summary>A request was closed; the subject is the request.</summary>
    RequestClosed,

    /// <summary>The sealed words of a request were deleted; the subject is the request.</summary>
    RequestForgotten,

    /// <summary>The history of the content's git repository was written anew.</summary>
    GitRewritten,

    /// <summary>An editor took a submission further; the subject is the submission.</summary>
    SubmissionTaken,

    /// <summary>What a submission says was deleted; the subject is the submission.</summary>
    SubmissionDeleted,

    /// <summary>A key was made; the subject is the key.</summary>
    KeyMade,

    /// <summary>Another person's key was accepted; the subject is the key.</summary>
    KeyAccepted,

    /// <summary>A key was removed or gave way to a newer one; the subject is the key.</summary>
    KeyRetired,

    /// <summary>The private halves of a key were destroyed; the subject is the key.</summary>
    KeyDestroyed,

    /// <summary>A role was given.</summary>
    Role,

    /// <summary>A packet was handed out; the subject is the packet.</summary>
    Packet,

    /// <summary>Decisions from a packet were taken in; the subject is the merge, whose decisions stand before it.</summary>
    PacketMerged,

    /// <summary>Decisions from a packet were taken back; the subject is the merge.</summary>
    PacketUnmerged,

    /// <summary>Something waits for a second person; the subject is what waits.</summary>
    ConfirmationAsked,

    /// <summary>A second person confirmed something; the subject is what waited.</summary>
    Confirmed,

    /// <summary>A guest's text was taken in; the subject is the guest's text.</summary>
    GuestTaken,

    /// <summary>A guest's text was amended, its writer asked, or an answer recorded; the subject is the guest's text.</summary>
    GuestState,

    /// <summary>A guest's text was put among the texts that are released; the subject is the guest's text.</summary>
    GuestPublished,

    /// <summary>The original of a guest's text, or all of it, was destroyed; the subject is the guest's text.</summary>
    GuestForgotten,

    /// <summary>Who sent a guest's text was destroyed; the subject is the guest's text.</summary>
    SenderForgotten,

    /// <summary>The tagger was set to suggest alone.</summary>
    TaggerSuggests,

    /// <summary>The tagger was set to hold texts.</summary>
    TaggerGuards,

    /// <summary>What the tagger learned of this store's decisions was taken.</summary>
    TaggerTaught,

    /// <summary>What it had learned was forgotten.</summary>
    TaggerForgot,
}
