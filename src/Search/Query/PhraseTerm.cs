using Blog.Search.Index;

namespace Blog.Search.Query;

/// <summary>A word of a phrase.</summary>
/// <param name="Entry">Its entry in the dictionary; null where no unit has it.</param>
/// <param name="Position">Its position in the phrase, stop words counted.</param>
internal readonly record struct PhraseTerm(DictionaryEntry? Entry, int Position);
