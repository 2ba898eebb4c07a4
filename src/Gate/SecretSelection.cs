using Blog.Text;

namespace Blog.Gate;

/// <summary>The secrets of a set that are looked for in one file: all, or those that may be forbidden in it. Nothing else is left out, and what is found of those is the same.</summary>
internal sealed class SecretSelection
{
    private readonly SecretSet _secrets;

    /// <summary>All secrets of a set.</summary>
    public SecretSelection(SecretSet secrets) => _secrets = secrets;

    /// <summary>Some of them, and those forbidden in the whole site as <see cref="SecretSet.SearchAnywhere"/> has it.</summary>
    public SecretSelection(SecretSet secrets, IReadOnlyList<int> numbers, TermMatcher scoped)
    {
        _secrets = secrets;
        Numbers = numbers;
        Scoped = scoped;
    }

    /// <summary>The search for those; null where all secrets are looked for by one.</summary>
    public TermMatcher? Scoped { get; }

    /// <summary>Which of them; empty for all.</summary>
    public IReadOnlyList<int> Numbers { get; } = [];

    /// <summary>Everything found in a text; the numbers of terms are those of the set.</summary>
    public void Search(FoldedLetters text, List<FoundTerm> found)
    {
        if (Scoped is null)
        {
            _secrets.Search(text, found);
        }
        else
        {
            _secrets.SearchAnywhere(text, found);
            if (Numbers.Count > 0)
            {
                var scoped = new List<FoundTerm>();
                Scoped.Search(text, scoped);
                found.AddRange(scoped);
            }
        }
    }
}
