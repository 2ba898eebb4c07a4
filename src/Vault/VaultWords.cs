using Blog.Import;
using Blog.Model;
using Blog.Text;
using Blog.Vault.Guests;

namespace Blog.Vault;

/// <summary>The words by which the vault writes its enumerations, so that a store can be read with any SQLite tool and outlives a reordering of the code.</summary>
internal static class VaultWords
{
    private const string Unknown = "The private store holds a word that this program does not know.";

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Post => "post",
        EntryKind.Page => "page",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    public static EntryKind Kind(string word) => word switch
    {
        "post" => EntryKind.Post,
        "page" => EntryKind.Page,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(Visibility visibility) => visibility switch
    {
        Visibility.Public => "public",
        Visibility.Draft => "draft",
        Visibility.Scheduled => "scheduled",
        Visibility.Private => "private",
        Visibility.Spam => "spam",
        Visibility.Pending => "pending",
        Visibility.Trashed => "trashed",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, "No such visibility."),
    };

    public static Visibility VisibilityOf(string word) => word switch
    {
        "public" => Visibility.Public,
        "draft" => Visibility.Draft,
        "scheduled" => Visibility.Scheduled,
        "private" => Visibility.Private,
        "spam" => Visibility.Spam,
        "pending" => Visibility.Pending,
        "trashed" => Visibility.Trashed,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(DatePrecision precision) => precision switch
    {
        DatePrecision.Month => "month",
        DatePrecision.Day => "day",
        DatePrecision.Minute => "minute",
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "No such precision."),
    };

    public static DatePrecision Precision(string word) => word switch
    {
        "month" => DatePrecision.Month,
        "day" => DatePrecision.Day,
        "minute" => DatePrecision.Minute,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static CommentState State(string word) =>
        CommentStateTable.TryParse(word, out var state) ? state : throw new VaultException(VaultFault.Damaged, Unknown);

    public static string Of(GuestState state) => state switch
    {
        GuestState.Amending => "amending",
        GuestState.Asked => "asked",
        GuestState.Agreed => "agreed",
        GuestState.Published => "published",
        GuestState.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static GuestState Guest(string word) => word switch
    {
        "amending" => GuestState.Amending,
        "asked" => GuestState.Asked,
        "agreed" => GuestState.Agreed,
        "published" => GuestState.Published,
        "withdrawn" => GuestState.Withdrawn,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(DecisionAction action) => action switch
    {
        DecisionAction.Redact => "redact",
        DecisionAction.Keep => "keep",
        DecisionAction.Withhold => "withhold",
        DecisionAction.Pseudonym => "pseudonym",
        DecisionAction.Accept => "accept",
        DecisionAction.Undo => "undo",
        DecisionAction.PublishPicture => "publish-picture",
        DecisionAction.LeaveOutPicture => "leave-out-picture",
        DecisionAction.ReplacePicture => "replace-picture",
        DecisionAction.SameAs => "same-as",
        DecisionAction.Answers => "answers",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No such action."),
    };

    public static DecisionAction Action(string word) => word switch
    {
        "redact" => DecisionAction.Redact,
        "keep" => DecisionAction.Keep,
        "withhold" => DecisionAction.Withhold,
        "pseudonym" => DecisionAction.Pseudonym,
        "accept" => DecisionAction.Accept,
        "undo" => DecisionAction.Undo,
        "publish-picture" => DecisionAction.PublishPicture,
        "leave-out-picture" => DecisionAction.LeaveOutPicture,
        "replace-picture" => DecisionAction.ReplacePicture,
        "same-as" => DecisionAction.SameAs,
        "answers" => DecisionAction.Answers,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(DecisionScope scope) => scope switch
    {
        DecisionScope.Place => "place",
        DecisionScope.Text => "text",
        DecisionScope.Thread => "thread",
        DecisionScope.Writer => "writer",
        DecisionScope.Everywhere => "everywhere",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "No such scope."),
    };

    public static DecisionScope Scope(string word) => word switch
    {
        "place" => DecisionScope.Place,
        "text" => DecisionScope.Text,
        "thread" => DecisionScope.Thread,
        "writer" => DecisionScope.Writer,
        "everywhere" => DecisionScope.Everywhere,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(TextField field) => field switch
    {
        TextField.Body => "body",
        TextField.Title => "title",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    public static TextField Field(string word) => word switch
    {
        "body" => TextField.Body,
        "title" => TextField.Title,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(AuditVerb verb) => verb switch
    {
        AuditVerb.Decision => "decision",
        AuditVerb.DecisionAdopted => "decision-adopted",
        AuditVerb.Import => "import",
        AuditVerb.Release => "release",
        AuditVerb.ReleaseDone => "release-done",
        AuditVerb.SourcePublic => "source-public",
        AuditVerb.SourceClosed => "source-closed",
        AuditVerb.SourceUnknown => "source-unknown",
        AuditVerb.Passphrase => "passphrase",
        AuditVerb.Unlock => "unlock",
        AuditVerb.Lock => "lock",
        AuditVerb.Backup => "backup",
        AuditVerb.Restore => "restore",
        AuditVerb.Erasure => "erasure",
        AuditVerb.Waiver => "waiver",
        AuditVerb.Sealed => "sealed",
        AuditVerb.KeyMade => "key-made",
        AuditVerb.KeyAccepted => "key-accepted",
        AuditVerb.KeyRetired => "key-retired",
        AuditVerb.KeyDestroyed => "key-destroyed",
        AuditVerb.Role => "role",
        AuditVerb.Packet => "packet",
        AuditVerb.PacketMerged => "packet-merged",
        AuditVerb.PacketUnmerged => "packet-unmerged",
        AuditVerb.ConfirmationAsked => "confirmation-asked",
        AuditVerb.Confirmed => "confirmed",
        AuditVerb.Request => "request",
        AuditVerb.RequestStep => "request-step",
        AuditVerb.RequestClosed => "request-closed",
        AuditVerb.RequestForgotten => "request-forgotten",
        AuditVerb.GitRewritten => "git-rewritten",
        AuditVerb.SubmissionTaken => "submission-taken",
        AuditVerb.SubmissionDeleted => "submission-deleted",
        AuditVerb.GuestTaken => "guest-taken",
        AuditVerb.GuestState => "guest-state",
        AuditVerb.GuestPublished => "guest-published",
        AuditVerb.GuestForgotten => "guest-forgotten",
        AuditVerb.SenderForgotten => "sender-forgotten",
        AuditVerb.TaggerSuggests => "tagger-suggests",
        AuditVerb.TaggerGuards => "tagger-guards",
        AuditVerb.TaggerTaught => "tagger-taught",
        AuditVerb.TaggerForgot => "tagger-forgot",
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No such verb."),
    };

    public static AuditVerb Verb(string word) => word switch
    {
        "decision" => AuditVerb.Decision,
        "decision-adopted" => AuditVerb.DecisionAdopted,
        "import" => AuditVerb.Import,
        "release" => AuditVerb.Release,
        "release-done" => AuditVerb.ReleaseDone,
        "source-public" => AuditVerb.SourcePublic,
        "source-closed" => AuditVerb.SourceClosed,
        "source-unknown" => AuditVerb.SourceUnknown,
        "passphrase" => AuditVerb.Passphrase,
        "unlock" => AuditVerb.Unlock,
        "lock" => AuditVerb.Lock,
        "backup" => AuditVerb.Backup,
        "restore" => AuditVerb.Restore,
        "erasure" => AuditVerb.Erasure,
        "waiver" => AuditVerb.Waiver,
        "sealed" => AuditVerb.Sealed,
        "key-made" => AuditVerb.KeyMade,
        "key-accepted" => AuditVerb.KeyAccepted,
        "key-retired" => AuditVerb.KeyRetired,
        "key-destroyed" => AuditVerb.KeyDestroyed,
        "role" => AuditVerb.Role,
        "packet" => AuditVerb.Packet,
        "packet-merged" => AuditVerb.PacketMerged,
        "packet-unmerged" => AuditVerb.PacketUnmerged,
        "confirmation-asked" => AuditVerb.ConfirmationAsked,
        "confirmed" => AuditVerb.Confirmed,
        "request" => AuditVerb.Request,
        "request-step" => AuditVerb.RequestStep,
        "request-closed" => AuditVerb.RequestClosed,
        "guest-taken" => AuditVerb.GuestTaken,
        "guest-state" => AuditVerb.GuestState,
        "guest-published" => AuditVerb.GuestPublished,
        "guest-forgotten" => AuditVerb.GuestForgotten,
        "sender-forgotten" => AuditVerb.SenderForgotten,
        "tagger-suggests" => AuditVerb.TaggerSuggests,
        "tagger-guards" => AuditVerb.TaggerGuards,
        "tagger-taught" => AuditVerb.TaggerTaught,
        "tagger-forgot" => AuditVerb.TaggerForgot,
        "request-forgotten" => AuditVerb.RequestForgotten,
        "git-rewritten" => AuditVerb.GitRewritten,
        "submission-taken" => AuditVerb.SubmissionTaken,
        "submission-deleted" => AuditVerb.SubmissionDeleted,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(SourceState state) => state switch
    {
        SourceState.Unknown => "unknown",
        SourceState.Public => "public",
        SourceState.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static SourceState SourceStateOf(string word) => word switch
    {
        "unknown" => SourceState.Unknown,
        "public" => SourceState.Public,
        "closed" => SourceState.Closed,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(ReleaseSecretScope scope) => scope switch
    {
        ReleaseSecretScope.Unit => "unit",
        ReleaseSecretScope.Thread => "thread",
        ReleaseSecretScope.HeldOff => "held-off",
        ReleaseSecretScope.Id => "id",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "No such scope."),
    };

    public static ReleaseSecretScope SecretScope(string word) => word switch
    {
        "unit" => ReleaseSecretScope.Unit,
        "thread" => ReleaseSecretScope.Thread,
        "held-off" => ReleaseSecretScope.HeldOff,
        "id" => ReleaseSecretScope.Id,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(LetterCase letters) => letters switch
    {
        LetterCase.Any => "any",
        LetterCase.Capitalised => "capitalised",
        LetterCase.Capitals => "capitals",
        _ => throw new ArgumentOutOfRangeException(nameof(letters), letters, "No such letter case."),
    };

    public static LetterCase Letters(string word) => word switch
    {
        "any" => LetterCase.Any,
        "capitalised" => LetterCase.Capitalised,
        "capitals" => LetterCase.Capitals,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(RequestStepState state) => state switch
    {
        RequestStepState.Open => "open",
        RequestStepState.Done => "done",
        RequestStepState.NotNeeded => "not-needed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static RequestStepState StepState(string word) => word switch
    {
        "open" => RequestStepState.Open,
        "done" => RequestStepState.Done,
        "not-needed" => RequestStepState.NotNeeded,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(PersonRole role) => role switch
    {
        PersonRole.Editor => "editor",
        PersonRole.Moderator => "moderator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    public static PersonRole Role(string word) => word switch
    {
        "editor" => PersonRole.Editor,
        "moderator" => PersonRole.Moderator,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(ConfirmedAct act) => act switch
    {
        ConfirmedAct.Erasure => "erasure",
        ConfirmedAct.GuestPost => "guest-post",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No such act."),
    };

    public static string Of(SubmissionKind kind) => kind switch
    {
        SubmissionKind.Post => "post",
        SubmissionKind.Comment => "comment",
        SubmissionKind.Remove => "remove",
        SubmissionKind.Answer => "answer",
        SubmissionKind.Other => "other",
        SubmissionKind.Unopened => "unopened",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    public static SubmissionKind SubmissionKindOf(string word) => word switch
    {
        "post" => SubmissionKind.Post,
        "comment" => SubmissionKind.Comment,
        "remove" => SubmissionKind.Remove,
        "answer" => SubmissionKind.Answer,
        "other" => SubmissionKind.Other,
        "unopened" => SubmissionKind.Unopened,
        _ => throw new VaultException(VaultFault.Damaged, Unknown),
    };

    public static string Of(SealedKind kind) => kind switch
    {
        SealedKind.Guest => "guest",
        SealedKind.GuestOriginal => "guest-original",
        SealedKind.Sender => "sender",
        SealedKind.Request => "request",
        SealedKind.Key => "key",
        SealedKind.Submission => "submission",
        SealedKind.Reply => "reply",
        SealedKind.AuditHead => "audit-head",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };
}
