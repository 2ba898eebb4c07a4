using Blog.Redact.Pictures;
using Blog.Vault;

namespace Blog.Moderate.Pictures;

/// <summary>Takes pictures in and decides on them, each in a transaction of its own. Nothing is published by it; the next release follows.</summary>
public sealed class PictureModeration
{
    private readonly VaultStore _vault;
    private readonly string _actor;
    private readonly TimeProvider _time;

    /// <summary>Prepares.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="actor">Pen name of who decides.</param>
    /// <param name="time">The clock.</param>
    public PictureModeration(VaultStore vault, string actor, TimeProvider time)
    {
        _vault = vault;
        _actor = actor;
        _time = time;
    }

    /// <summary>Takes a picture in for the addresses that texts name it by.</summary>
    /// <returns>The picture, and whether anything is new about it.</returns>
    /// <exception cref="PictureException">It could never be published: of another kind, damaged or too large.</exception>
    public (VaultHandle Picture, bool IsNew) TakeIn(ReadOnlySpan<byte> file, IReadOnlyList<string> addresses)
    {
        var scrubbed = PictureScrubber.Scrub(file); // before the transaction: it takes its time
        using var transaction = _vault.BeginTransaction();
        var taken = Add(file, scrubbed, addresses);
        transaction.Commit();
        return taken;
    }

    /// <summary>Says that more addresses name a picture that is here.</summary>
    public void Name(VaultHandle picture, IEnumerable<string> addresses)
    {
        using var transaction = _vault.BeginTransaction();
        foreach (var address in addresses)
        {
            _vault.Pictures.Name(picture, address);
        }

        transaction.Commit();
    }

    /// <summary>As <see cref="TakeIn"/>, within the transaction of whoever brings the texts in.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    /// <exception cref="PictureException">It could never be published: of another kind, damaged or too large.</exception>
    public (VaultHandle Picture, bool IsNew) TakeInAlong(ReadOnlySpan<byte> file, string address) => Add(file, PictureScrubber.Scrub(file), [address]);

    /// <summary>The picture of a reference: the first digits of its handle.</summary>
    /// <exception cref="ModerationException">There is none, or there are several.</exception>
    public VaultPicture Find(string reference)
    {
        var found = reference.Length < 4 ? [] : _vault.Pictures.List().Where(picture => picture.Handle.Hex.StartsWith(reference, StringComparison.Ordinal)).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new ModerationException("No picture has this name. \"redact pictures\" shows them; a name has at least four digits."),
            _ => throw new ModerationException("Several pictures have names that begin so. Give more digits."),
        };
    }

    /// <summary>Publishes it as it is, scrubbed.</summary>
    /// <exception cref="PictureException">It cannot be published after all.</exception>
    public VaultDecision Publish(VaultPicture picture, string? reason)
    {
        PictureScrubber.Scrub(_vault.Pictures.Bytes(picture.Handle));
        return Decide(picture.Handle, DecisionAction.PublishPicture, null, reason);
    }

    /// <summary>Leaves it out.</summary>
    public VaultDecision LeaveOut(VaultPicture picture, string? reason) => Decide(picture.Handle, DecisionAction.LeaveOutPicture, null, reason);

    /// <summary>Publishes another file in its place.</summary>
    /// <exception cref="PictureException">The file cannot be published.</exception>
    public VaultDecision Replace(VaultPicture picture, ReadOnlySpan<byte> file, string? reason)
    {
        var scrubbed = PictureScrubber.Scrub(file);
        using var transaction = _vault.BeginTransaction();
        var decision = New(picture.Handle, DecisionAction.ReplacePicture, Add(file, scrubbed).Picture, reason);
        transaction.Commit();
        return decision;
    }

    /// <summary>Publishes it with areas covered in black, or cut to one.</summary>
    /// <exception cref="PictureException">Pictures of its kind cannot be changed here, or an area lies outside.</exception>
    public VaultDecision Edit(VaultPicture picture, IReadOnlyList<PictureArea> cover, PictureArea? crop, string? reason) =>
        Replace(picture, PictureEditor.Edit(_vault.Pictures.Bytes(picture.Handle), cover, crop).Bytes.Span, reason);

    private (VaultHandle Picture, bool IsNew) Add(ReadOnlySpan<byte> file, ScrubbedPicture scrubbed, IReadOnlyList<string> addresses)
    {
        var (picture, isNew) = Add(file, scrubbed);
        foreach (var address in addresses)
        {
            isNew |= _vault.Pictures.Name(picture, address);
        }

        return (picture, isNew);
    }

    private (VaultHandle Picture, bool IsNew) Add(ReadOnlySpan<byte> file, ScrubbedPicture scrubbed) =>
        _vault.Pictures.Add(file, new VaultPicture
        {
            Handle = default, // given by the store
            Format = PictureWords.Of(scrubbed.Format),
            Width = scrubbed.Width,
            Height = scrubbed.Height,
            Length = file.Length,
            Scrubbed = scrubbed.Hash,
            Scrubber = PictureScrubber.Version,
            Addresses = [],
        });

    private VaultDecision Decide(VaultHandle picture, DecisionAction action, VaultHandle? replacement, string? reason)
    {
        using var transaction = _vault.BeginTransaction();
        var decision = New(picture, action, replacement, reason);
        transaction.Commit();
        return decision;
    }

    /// <summary>A decision on a picture replaces the last one, so that undoing it brings that one back.</summary>
    private VaultDecision New(VaultHandle picture, DecisionAction action, VaultHandle? replacement, string? reason)
    {
        var decision = new VaultDecision
        {
            Handle = _vault.Decisions.NewHandle(),
            Made = _time.GetUtcNow(),
            Actor = _actor,
            Action = action,
            Scope = DecisionScope.Everywhere,
            Unit = picture,
            Replaces = PictureBook.Of(DecisionBook.Of(_vault.Decisions.List())).DecisionOn(picture),
            Replacement = replacement?.Hex,
            Reason = reason,
        };
        _vault.Decisions.Add(decision);
        return decision;
    }
}
