namespace Blog.Redact.Facts;

/// <summary>The words that name a person by their part: pronouns, and what a thread calls the one who wrote the post.</summary>
internal sealed class PersonWords
{
    public PersonWords(Vocabulary vocabulary, IReadOnlySet<int> adjectives)
    {
        HashSet<int> Set(params string[] words) => [.. words.Select(vocabulary.Add)];
        First = Set("i", "we");
        FirstOwners = Set("my", "our");
        Third = Set("he", "she", "they");
        ThirdOwners = Set("his", "her", "their");
        PostWriter = Set("op", "blogger", "author", "writer", "poster", "contributor");
        Definite = Set("the", "this", "our", "that", "your");
        The = Set("the", "this", "that");
        You = vocabulary.Add("you");
        Your = vocabulary.Add("your");
        Op = vocabulary.Add("op");
        Possessive = vocabulary.Add("'s");
        Adjectives = adjectives;
    }

    /// <summary>Words for the one who writes.</summary>
    public IReadOnlySet<int> First { get; }

    /// <summary>Words for what is the writer's.</summary>
    public IReadOnlySet<int> FirstOwners { get; }

    /// <summary>Words for somebody named before.</summary>
    public IReadOnlySet<int> Third { get; }

    /// <summary>Words for what is theirs.</summary>
    public IReadOnlySet<int> ThirdOwners { get; }

    /// <summary>What the one who wrote the post is called.</summary>
    public IReadOnlySet<int> PostWriter { get; }

    /// <summary>Words before it.</summary>
    public IReadOnlySet<int> Definite { get; }

    /// <summary>Words before a role that names one known person.</summary>
    public IReadOnlySet<int> The { get; }

    /// <summary>"you".</summary>
    public int You { get; }

    /// <summary>"your".</summary>
    public int Your { get; }

    /// <summary>"OP".</summary>
    public int Op { get; }

    /// <summary>The ending "'s".</summary>
    public int Possessive { get; }

    /// <summary>Words that may stand before a noun.</summary>
    public IReadOnlySet<int> Adjectives { get; }
}
