using System.Text;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>The files with what a result shows: where it is, who wrote it, when, and its opening words. Each is made when it is asked for.</summary>
internal sealed class ExcerptFiles
{
    private readonly UnitTable _units;
    private readonly IReadOnlyDictionary<string, SearchThread> _threads;
    private readonly List<List<int>?[]> _numbers; // of the units of each file, by tier

    /// <param name="units">All units.</param>
    /// <param name="threads">Threads by path.</param>
    public ExcerptFiles(UnitTable units, IReadOnlyDictionary<string, SearchThread> threads)
    {
        _units = units;
        _threads = threads;
        var tierOfClass = units.Classes.Select(ExcerptTier.Of).ToArray();
        var inTier = new int[ExcerptTier.All.Count];
        foreach (var unitClass in units.TextClasses)
        {
            inTier[tierOfClass[unitClass]]++;
        }

        Spans = [.. ExcerptTier.All.Select((tier, i) => tier.Span(units.Count, inTier[i]))];
        _numbers = [.. Spans.Select(span => new List<int>?[(units.Count / span) + 1])];
        for (var number = 0; number < units.Count; number++)
        {
            var tier = tierOfClass[units.TextClasses[number]];
            (_numbers[tier][number / Spans[tier]] ??= []).Add(number);
        }
    }

    /// <summary>How many unit numbers a file spans, by tier: file i has the units of its tier numbered from i * span on.</summary>
    public IReadOnlyList<int> Spans { get; }

    /// <summary>Files of a tier, those without units counted.</summary>
    public int Count(int tier) => _numbers[tier].Length;

    /// <summary>A file of a tier; null where it has no units.</summary>
    public byte[]? File(int tier, int index) => _numbers[tier][index] is { } numbers ? UnitExcerpt.WriteFile([.. numbers.Select(number => (number, ExcerptOf(_units.Units[number])))]) : null;

    private UnitExcerpt ExcerptOf(IndexedUnit unit) =>
        new(unit.PostPath, _threads[unit.PostPath].Title, unit.Part, unit.Anchor, unit.Number, unit.Author, unit.Date, Encoding.UTF8.GetString(unit.Excerpt.Span));
}
