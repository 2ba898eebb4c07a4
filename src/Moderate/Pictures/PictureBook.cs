using System.Diagnostics.CodeAnalysis;
using Blog.Vault;

namespace Blog.Moderate.Pictures;

/// <summary>What was decided on each picture: of several decisions in force the last counts.</summary>
public sealed class PictureBook
{
    private readonly Dictionary<VaultHandle, VaultDecision> _decisions = [];

    private PictureBook()
    {
    }

    /// <summary>Reads the decisions in force.</summary>
    public static PictureBook Of(DecisionBook decisions)
    {
        var book = new PictureBook();
        foreach (var decision in decisions.InForce)
        {
            if (decision is { Action: DecisionAction.PublishPicture or DecisionAction.LeaveOutPicture or DecisionAction.ReplacePicture, Unit: { } picture })
            {
                book._decisions[picture] = decision;
            }
        }

        return book;
    }

    /// <summary>What becomes of a picture.</summary>
    public PictureState StateOf(VaultHandle picture) => !_decisions.TryGetValue(picture, out var decision) ? PictureState.Waiting : decision.Action switch
    {
        DecisionAction.PublishPicture => PictureState.Published,
        DecisionAction.LeaveOutPicture => PictureState.LeftOut,
        DecisionAction.ReplacePicture => decision.Replacement is null ? PictureState.LeftOut : PictureState.Replaced, // erased: nothing stands for it any more
        _ => throw new InvalidOperationException($"No rule for {decision.Action}."),
    };

    /// <summary>The picture that is published where texts name this one: itself or the one that stands for it; false where none is.</summary>
    public bool TryShown(VaultHandle picture, [NotNullWhen(true)] out VaultHandle? shown)
    {
        shown = StateOf(picture) switch
        {
            PictureState.Published => picture,
            PictureState.Replaced => new VaultHandle(_decisions[picture].Replacement!), // not null: StateOf has looked
            PictureState.Waiting or PictureState.LeftOut => null,
            var other => throw new InvalidOperationException($"No rule for {other}."),
        };
        return shown is not null;
    }

    /// <summary>The decision that counts for a picture; null where there is none.</summary>
    public VaultHandle? DecisionOn(VaultHandle picture) => _decisions.TryGetValue(picture, out var decision) ? decision.Handle : null;
}
