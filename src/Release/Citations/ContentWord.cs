namespace Blog.Release.Citations;

/// <summary>A word that carries meaning.</summary>
/// <param name="Stem">The word in the form in which words are compared.</param>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Sentence">Count of the sentence it stands in.</param>
/// <param name="Clause">Count of the clause it stands in.</param>
internal readonly record struct ContentWord(string Stem, int Position, int Sentence, int Clause);
