namespace Blog.Redact.Facts;

/// <summary>Every phrase of the tables in one tree of words, so that all lexicons are read at once.</summary>
internal sealed class Lexicon
{
    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<(int Node, int Word), int> _next = [];
    private readonly Dictionary<int, List<Entry>> _entries = [];
    private int _nodes = 1;

    public Lexicon(Vocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>Adds a table of values and their phrases.</summary>
    public void AddTable(int lexicon, string table)
    {
        foreach (var cells in FactTable.Read("Lexicon." + table))
        {
            foreach (var phrase in cells.Length > 1 ? FactTable.Parts(cells[1]) : [cells[0]])
            {
                AddPhrase(lexicon, phrase, cells[0]);
            }
        }
    }

    /// <summary>Adds one phrase. One with a capital (or a <c>!</c> before it) counts only where the text has a capital.</summary>
    public void AddPhrase(int lexicon, string phrase, string value)
    {
        var mustBeCapital = phrase[0] == '!' || char.IsUpper(phrase[0]);
        var node = 0;
        foreach (var word in FactWords.Of(phrase.TrimStart('!'), _vocabulary, learn: true))
        {
            if (!_next.TryGetValue((node, word.Id), out var child))
            {
                child = _nodes++;
                _next.Add((node, word.Id), child);
            }

            node = child;
        }

        if (!_entries.TryGetValue(node, out var entries))
        {
            _entries.Add(node, entries = []);
        }

        if (!entries.Exists(entry => entry.Class == lexicon && entry.MustBeCapital == mustBeCapital))
        {
            entries.Add(new Entry(lexicon, value, mustBeCapital));
        }
    }

    /// <summary>The longest phrase of each lexicon that begins at a word.</summary>
    public void Find(FactWord[] words, int start, List<LexiconMatch> matches)
    {
        matches.Clear();
        var node = 0;
        for (var i = start; i < words.Length && words[i].Id != Vocabulary.Unknown && (i == start || words[i].Before <= Break.Blank); i++)
        {
            if (!_next.TryGetValue((node, words[i].Id), out node))
            {
                return;
            }

            if (!_entries.TryGetValue(node, out var entries))
            {
                continue;
            }

            foreach (var entry in entries)
            {
                if (entry.MustBeCapital && !words[start].IsCapital)
                {
                    continue;
                }

                matches.RemoveAll(match => match.Class == entry.Class);
                matches.Add(new LexiconMatch(entry.Class, i - start + 1, entry.Value));
            }
        }
    }

    private readonly record struct Entry(int Class, string Value, bool MustBeCapital);
}
