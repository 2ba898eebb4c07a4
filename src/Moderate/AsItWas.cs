using System.Globalization;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>How far the word "publish it as it was" reaches: over the posts and comments that were in the vault when it was given, and none that came later.</summary>
/// <param name="LastPost">Highest row of a post then.</param>
/// <param name="LastComment">Highest row of a comment then.</param>
public readonly record struct AsItWas(long LastPost, long LastComment)
{
    /// <summary>The term of the decision that keeps it.</summary>
    public string ToTerm() => string.Create(CultureInfo.InvariantCulture, $"as it was: posts to {LastPost}, comments to {LastComment}");

    /// <summary>Reads the decisions in force; where there are several, each counts for what it reaches.</summary>
    public static AsItWas Of(DecisionBook book)
    {
        var reach = default(AsItWas);
        foreach (var decision in book.InForce.Where(decision => decision is { Action: DecisionAction.Accept, Scope: DecisionScope.Everywhere }))
        {
            var numbers = (decision.Term ?? string.Empty).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.All(char.IsAsciiDigit)).Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToList();
            if (numbers is [var post, var comment])
            {
                reach = new AsItWas(Math.Max(reach.LastPost, post), Math.Max(reach.LastComment, comment));
            }
        }

        return reach;
    }
}
