using Blog.Search.Analysis;
using Blog.Search.Index;

namespace Blog.Search.Query;

/// <summary>Answers queries over an index with the scores of Lucene 8.8.1: BM25 over title (twice) and text.</summary>
/// <remarks>Filters (author, label, series, kind, in, date) never score. Filters of one field widen each other, those of different fields narrow.</remarks>
public sealed class Searcher
{
    private const float TitleBoost = 2;

    private readonly IndexReader _index;
    private readonly SearchOptions _options;
    private readonly EnglishAnalyzer _english = new();
    private readonly FilterMatcher _filters;
    private readonly PhraseMatcher _phrases;

    /// <param name="index">The index.</param>
    /// <param name="options">What is done beyond Lucene.</param>
    public Searcher(IndexReader index, SearchOptions options)
    {
        _index = index;
        _options = options;
        _filters = new FilterMatcher(index);
        _phrases = new PhraseMatcher(index);
    }

    /// <summary>All hits: the highest score first, among equals the older unit.</summary>
    public IReadOnlyList<SearchHit> Search(QueryNode query)
    {
        var matches = Match(query) ?? Matches.None;
        var hits = new SearchHit[matches.Units.Length];
        for (var i = 0; i < hits.Length; i++)
        {
            hits[i] = new SearchHit(matches.Units[i], matches.Scores[i]);
        }

        Array.Sort(hits, static (left, right) => right.Score.CompareTo(left.Score) is var score && score != 0 ? score : left.Unit.CompareTo(right.Unit));
        return hits;
    }

    /// <summary>What a part matches; null where it asks for nothing (only stop words), so that it counts as not typed.</summary>
    private Matches? Match(QueryNode node) => node switch
    {
        GroupNode group => MatchGroup(group),
        _ when FilterMatcher.IsFilter(node) => _filters.Match(node),
        WordsNode words => MatchWords(words),
        PhraseNode phrase => MatchPhrase(phrase),
        PrefixNode prefix => MatchPrefix(prefix),
        FuzzyNode fuzzy => MatchFuzzy(fuzzy),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "No such kind of query."),
    };

    private Matches? MatchGroup(GroupNode group)
    {
        var must = new List<Matches>();
        var should = new List<Matches>();
        var mustNot = new List<Matches>();
        var filters = new List<Matches>();
        var widening = new Dictionary<object, List<Matches>>();
        foreach (var clause in group.Clauses)
        {
            if (Match(clause.Query) is not { } matches)
            {
                continue;
            }

            if (clause.Occur == Occur.MustNot)
            {
                mustNot.Add(matches);
            }
            else if (!FilterMatcher.IsFilter(clause.Query))
            {
                (clause.Occur == Occur.Must ? must : should).Add(matches);
            }
            else if (clause.Occur == Occur.Must)
            {
                filters.Add(matches);
            }
            else
            {
                var field = FilterMatcher.FieldOf(clause.Query);
                if (!widening.TryGetValue(field, out var others))
                {
                    widening.Add(field, others = []);
                }

                others.Add(matches);
            }
        }

        filters.AddRange(widening.Values.Select(Matches.Any));
        if (must.Count + should.Count + mustNot.Count + filters.Count == 0)
        {
            return null;
        }

        var result = (must.Count, should.Count, filters.Count) switch
        {
            (> 0, _, _) => should.Count == 0 ? Matches.All(must) : Matches.All(must).With(Matches.Any(should)),
            (_, > 0, _) => Matches.Any(should),
            (_, _, > 0) => Matches.All(filters),
            _ => Matches.None,
        };
        result = filters.Aggregate(result, (units, filter) => units.Within(filter));
        result = mustNot.Aggregate(result, (units, other) => units.Without(other));
        return group.Boost == 1 ? result : new Matches(result.Units, [.. result.Scores.Select(score => score * group.Boost)]);
    }

    private Matches? MatchWords(WordsNode words)
    {
        var parts = new List<Matches>();
        foreach (var token in _english.Analyze(words.Text))
        {
            var entry = _index.Find(FieldKey.Text, token.Term.ToString());
            parts.Add(Matches.Any(FieldMatches(words.Field, words.Boost, (isTitle, boost) => MatchTerm(entry, isTitle, boost))));
        }

        if (_options.Capitals && words.Field is QueryField.Any or QueryField.Text)
        {
            foreach (var token in CapitalFormAnalyzer.Analyze(words.Text))
            {
                var entry = _index.Find(FieldKey.Capitals, token.Term.ToString());
                parts.Add(entry is null ? Matches.None : Score(_index.Read(entry.Text, isTitle: false), entry.Text?.Count ?? 0, words.Boost, isTitle: false));
            }
        }

        if (_options.Glossary && words.Field == QueryField.Any && _index.Root.Glossary.TryGetValue(words.Text, out var meaning) && MatchPhrase(new PhraseNode(QueryField.Any, meaning, 0) { Boost = words.Boost }) is { } full)
        {
            parts.Add(full);
        }

        return parts.Count == 0 ? null : Matches.Any(parts);
    }

    private Matches? MatchPhrase(PhraseNode phrase)
    {
        var terms = new List<PhraseTerm>();
        var position = -1;
        foreach (var token in _english.Analyze(phrase.Text))
        {
            position += token.PositionIncrement;
            terms.Add(new PhraseTerm(_index.Find(FieldKey.Text, token.Term.ToString()), position));
        }

        return terms.Count switch
        {
            0 => null,
            1 => Matches.Any(FieldMatches(phrase.Field, phrase.Boost, (isTitle, boost) => MatchTerm(terms[0].Entry, isTitle, boost))),
            _ => Matches.Any(FieldMatches(phrase.Field, phrase.Boost, (isTitle, boost) => _phrases.Match(terms, phrase.Slop, boost, isTitle))),
        };
    }

    /// <summary>Every unit with such a term scores the boost, in each field; Lucene gives a title no more here.</summary>
    private Matches MatchPrefix(PrefixNode prefix)
    {
        var start = EnglishAnalyzer.Normalize(prefix.Start);
        var entries = _index.StartingWith(FieldKey.Text, start).ToList();
        return Matches.Any(FieldMatches(prefix.Field, prefix.Boost, (isTitle, _) =>
        {
            var units = entries.SelectMany(entry => _index.Read(isTitle ? entry.Title : entry.Text, isTitle).Units).Distinct().Order().ToArray();
            return new Matches(units, [.. Enumerable.Repeat(prefix.Boost, units.Length)]);
        }));
    }

    /// <summary>
    /// The terms a few slips away, each with the frequency of the commonest of them, so that a rare slip does not outweigh the word itself. Lucene gives a title no
    /// more here either.
    /// </summary>
    private Matches MatchFuzzy(FuzzyNode fuzzy) => Matches.Any(FieldMatches(fuzzy.Field, fuzzy.Boost, (isTitle, _) =>
    {
        var terms = FuzzyTerms.Find(_index, EnglishAnalyzer.Normalize(fuzzy.Word), fuzzy.Edits, isTitle);
        var frequency = terms.Count == 0 ? 0 : terms.Max(term => term.List.Count);
        return Matches.Any([.. terms.Select(term => Score(_index.Read(term.List, isTitle), frequency, fuzzy.Boost * term.Boost, isTitle)), Matches.None]);
    }));

    private static List<Matches> FieldMatches(QueryField field, float boost, Func<bool, float, Matches> match) => field switch
    {
        QueryField.Any => [match(true, boost * TitleBoost), match(false, boost)],
        QueryField.Title => [match(true, boost)],
        QueryField.Text => [match(false, boost)],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No field with scores."),
    };

    private Matches MatchTerm(DictionaryEntry? entry, bool isTitle, float boost)
    {
        var list = isTitle ? entry?.Title : entry?.Text;
        return list is null ? Matches.None : Score(_index.Read(list, isTitle), list.Count, boost, isTitle);
    }

    private Matches Score(PostingList postings, int frequency, float boost, bool isTitle)
    {
        var field = isTitle ? _index.Root.Title : _index.Root.Text;
        var lengths = isTitle ? _index.TitleLengths : _index.TextLengths;
        var weight = boost * Bm25.Idf(field.Units, frequency);
        var factors = lengths.Select(length => Bm25.NormFactor(length, field.AverageLength)).ToArray();
        var scores = new float[postings.Units.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Bm25.Score(weight, postings.Frequencies[i], factors[postings.Classes[i]]);
        }

        return new Matches(postings.Units, scores);
    }
}
