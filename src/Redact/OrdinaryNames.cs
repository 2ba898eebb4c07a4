using Blog.Redact.Gazetteers;

namespace Blog.Redact;

/// <summary>Which single words say nothing of one person: ordinary words, common first and last names, places.</summary>
public static class OrdinaryNames
{
    /// <summary>Whether a word is one of them; false for a name that few people have, and for what is no single word.</summary>
    public static bool Contains(string word) =>
        Gazetteer.Words.ClassesOf(Gazetteer.Words.IdOf(word)) != WordClass.None;
}
