namespace Blog.Moderate;

/// <summary>What learning changes, in numbers: on decided texts that were held apart, and on texts on which nobody decided.</summary>
/// <param name="MaskedBefore">Of what was taken out of the held texts, how much the shipped weights suggest.</param>
/// <param name="MaskedAfter">How much is suggested after learning.</param>
/// <param name="KeptBefore">Of what stays in them, how much the shipped weights suggest.</param>
/// <param name="KeptAfter">How much is suggested after learning.</param>
/// <param name="Others">Texts on which nobody decided that were looked at.</param>
/// <param name="OthersBefore">Suggestions in them before.</param>
/// <param name="OthersAfter">Suggestions in them after.</param>
public sealed record TaggerTrial(
    (int Suggested, int All) MaskedBefore,
    (int Suggested, int All) MaskedAfter,
    (int Suggested, int All) KeptBefore,
    (int Suggested, int All) KeptAfter,
    int Others,
    int OthersBefore,
    int OthersAfter);
