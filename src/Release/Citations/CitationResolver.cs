using System.Text.RegularExpressions;

namespace Blog.Release.Citations;

/// <summary>Finds out which comment each time citation of a thread means: from exact times, else from order, words and voices.</summary>
/// <remarks>
/// <para>Every comment that can have been meant is weighed by: the place where people cite from (a list, or the block above), how well the
/// cited minute fits between the times that are known, and what the texts tell (echoed words, who claims or addresses whom). The weights
/// are likelihoods, so that their share is a probability, with a rest for "not of this page at all".</para>
/// <para>The surest citation is settled first: its comment now has a time, which bounds its neighbours, and the next is weighed anew. What
/// stays doubtful becomes "one of these" where few remain, and is left as text where more do. See docs/citations.md for the rules.</para>
/// </remarks>
internal sealed partial class CitationResolver
{
    /// <summary>Share of the likelihood a comment must have to be linked for its stamp.</summary>
    private const double SureByStamp = 0.985;

    /// <summary>Share several must have together where a stamp speaks for one of them: who names a few must not leave out the right one.</summary>
    private const double SureOfSet = 0.996;

    /// <summary>Share a comment without a stamp, or several, must have where the order of times alone speaks for them.</summary>
    private const double SureByOrder = 0.998;

    /// <summary>Share it must have where texts speak for it, too.</summary>
    private const double SureByText = 0.9;

    /// <summary>Texts speak for a comment where they make it this many times likelier than the average of the others.</summary>
    private const double TextsSpeak = 4;

    /// <summary>Citations that what is generally seen counts for, before the thread's own are known.</summary>
    private const double HabitAssumed = 4;

    /// <summary>From so many settled citations on that all stayed in their list, the next is taken to stay there without its texts saying so.</summary>
    private const int HabitProven = 5;

    /// <summary>How long after a comment its postscript comes, at most.</summary>
    private const int PostscriptMinutes = 15;

    /// <summary>Characters of a comment that count as its opening.</summary>
    private const int Opening = 300;

    /// <summary>More than these help no reader.</summary>
    private const int MostNamed = 4;

    /// <summary>Citations of another page, or mistyped; fewer where the words speak to a comment of this one.</summary>
    private const double Elsewhere = 0.05;

    private const double ElsewhereByText = 0.02;

    /// <summary>Comments times citations up to which order is weighed; above, exact times alone serve. No real thread comes near.</summary>
    private const long MostPairs = 4_000_000;

    private readonly IReadOnlyList<CitedComment> _comments;
    private readonly IReadOnlyList<IReadOnlyList<TimeCitation>> _citations;
    private readonly TimeOrder _order;
    private readonly int[] _top;
    private readonly int[] _block;
    private int _repliesInList;
    private int _repliesAcrossLists;

    private CitationResolver(IReadOnlyList<CitedComment> comments, IReadOnlyList<IReadOnlyList<TimeCitation>> citations, DateTime? start, bool startIsDay)
    {
        _comments = comments;
        _citations = citations;
        _order = new TimeOrder(comments, start, startIsDay);
        _top = new int[comments.Count];
        _block = new int[comments.Count];
        var blocks = 0;
        for (var i = 0; i < comments.Count; i++)
        {
            _top[i] = comments[i].Parent is { } parent ? _top[parent] : i;
            _block[i] = comments[i].Parent is { } above ? _block[above] : blocks++;
        }
    }

    /// <summary>Resolves the citations of a thread.</summary>
    /// <param name="comments">Its comments in thread order.</param>
    /// <param name="citations">The citations of each comment.</param>
    /// <param name="start">When the post was published on the old page's clock, or its day; null where lost.</param>
    /// <param name="startIsDay">Only the day of that is known.</param>
    /// <returns>One target for each citation, in the order of comments and texts.</returns>
    public static IReadOnlyList<CitationTarget> Resolve(
        IReadOnlyList<CitedComment> comments, IReadOnlyList<IReadOnlyList<TimeCitation>> citations, DateTime? start, bool startIsDay) =>
        new CitationResolver(comments, citations, start, startIsDay).Resolve();

    private List<CitationTarget> Resolve()
    {
        var all = new List<Cite>();
        for (var i = 0; i < _comments.Count; i++)
        {
            all.AddRange(_citations[i].Select(citation => new Cite(i, citation)));
        }

        // An afternoon hour, or one with a leading zero, is written so from a page that shows twenty-four hours: then 4:30 is the morning's.
        if (all.Exists(cite => !cite.Citation.Time.MayBeEvening && cite.Citation.Time.Hour is < 10 or > 12))
        {
            all = [.. all.Select(cite => cite with { Citation = cite.Citation with { Time = cite.Citation.Time with { MayBeEvening = false } } })];
        }

        var resolved = new Dictionary<Cite, IReadOnlyList<int>>();
        if (all.Count > 0)
        {
            var hasUnknown = _comments.Any(comment => comment.WasShown && comment.Shown is null);
            if (!hasUnknown || (long)all.Count * _comments.Count > MostPairs)
            {
                ResolveExactly(all, resolved);
            }
            else
            {
                ResolveByOrder(all, resolved);
            }
        }

        return [.. all.Select(cite => new CitationTarget(cite.Citing, cite.Citation, resolved.GetValueOrDefault(cite, [])))];
    }

    // With every time known: the comments of that minute in the day before the citing one; else the last day that had one.
    private void ResolveExactly(List<Cite> all, Dictionary<Cite, IReadOnlyList<int>> resolved)
    {
        var byMinute = new Dictionary<int, List<int>>();
        for (var i = 0; i < _comments.Count; i++)
        {
            if (_comments[i] is { WasShown: true, Shown: { } shown })
            {
                foreach (var minute in _comments[i].Also.Append(shown).Select(time => (int)time.TimeOfDay.TotalMinutes).Distinct())
                {
                    (byMinute.TryGetValue(minute, out var list) ? list : byMinute[minute] = []).Add(i);
                }
            }
        }

        foreach (var cite in all)
        {
            var citing = _order.Known(cite.Citing) ?? long.MaxValue;
            var time = cite.Citation.Time;
            var found = byMinute.GetValueOrDefault(time.OfDay, []);
            found = time.MayBeEvening ? [.. found, .. byMinute.GetValueOrDefault(time.OfDay + (12 * 60), [])] : found;
            found = [.. found.Where(i => i != cite.Citing && _order.Known(i) <= citing)];
            if (found.Count > 0)
            {
                var newest = found.Max(i => _order.Known(i)!.Value); // listed by their times
                resolved[cite] = Few([.. found.Where(i => _order.Known(i) > newest - ClockTime.Day)]);
            }
        }
    }

    private void ResolveByOrder(List<Cite> all, Dictionary<Cite, IReadOnlyList<int>> resolved)
    {
        var echoes = new WordEchoes(_comments, _citations);
        var voices = new ThreadVoices(_comments, _citations);
        var open = all.GroupBy(cite => cite.Citation.Time).Select(group => new Group(group.Key, [.. group.Select(cite => (cite, Weigh(cite, echoes, voices)))])).ToList();
        var times = open.Select(group => group.Time.OfDay).ToList();
        while (open.Count > 0)
        {
            var judged = open.Select(group => (Group: group, Verdict: Judge(group, times, voices))).ToList();
                var (group, verdict) = judged.Where(pair => pair.Verdict.Choice is not null).OrderByDescending(pair => pair.Verdict.Share).FirstOrDefault();
            if (verdict is null)
            {
                foreach (var (left, doubt) in judged)
                {
                    Settle(left, doubt.Few(), resolved);
                }

                return;
            }

            var (comment, time) = verdict.Choice!.Value; // only those with a choice were taken
            Settle(group, [comment], resolved);
            _order.Fix(comment, time, group.Cites.Select(pair => pair.Cite.Citing));
            Learn(group, comment);
            open.Remove(group);
        }
    }

    /// <summary>How far people cite from where they stand; for replies, as far as those of this thread that are settled did.</summary>
    private double KeepsToPlace(Cite cite) => _comments[cite.Citing].Parent is null
        ? 0.75
        : (((cite.Citation.Opens ? 0.95 : 0.9) * HabitAssumed) + _repliesInList) / (HabitAssumed + _repliesInList + _repliesAcrossLists);

    private void Learn(Group group, int comment)
    {
        foreach (var (cite, _) in group.Cites.Where(pair => _comments[pair.Cite.Citing].Parent is not null))
        {
            _repliesInList += _top[cite.Citing] == _top[comment] ? 1 : 0;
            _repliesAcrossLists += _top[cite.Citing] == _top[comment] ? 0 : 1;
        }
    }

    private static void Settle(Group group, IReadOnlyList<int> cited, Dictionary<Cite, IReadOnlyList<int>> resolved)
    {
        foreach (var (cite, _) in group.Cites)
        {
            resolved[cite] = cited;
        }
    }

    /// <summary>Weighs the comments a citation can mean by place and text; times come later, since they change as citations are settled.</summary>
    private Dictionary<int, Weights> Weigh(Cite cite, WordEchoes echoes, ThreadVoices voices)
    {
        var candidates = Enumerable.Range(0, _comments.Count).Where(i => _comments[i].WasShown && _order.MayPrecede(i, cite.Citing)).ToList();
        var places = candidates.ToDictionary(i => i, i => Place(cite, i));
        var sum = places.Values.Sum();
        var window = echoes.Window(cite.Citing, cite.Citation);
        var text = _comments[cite.Citing].Text;
        var pointsAtWords = cite.Citation.Opens && PointsAtWords().IsMatch(text[..Math.Min(Opening, text.Length)]);
        return candidates.ToDictionary(i => i, i =>
        {
            var echo = echoes.Likelihood(cite.Citing, window, i);
            var words = pointsAtWords && !ShowsWords().IsMatch(_comments[i].Text) ? 0.05 : 1; // "that phrase" stands out there, in quotation marks
            return new Weights(places[i] / sum, 1.0 / candidates.Count, echo * Speech(cite, i, echo, voices) * words);
        });
    }

    /// <summary>Where people cite from: within their list, or at the end of the page the block just above; who opens with an address mostly answers the comment above.</summary>
    private double Place(Cite cite, int comment)
    {
        var citing = cite.Citing;
        if (_comments[citing].Parent is not null)
        {
            return _top[citing] != _top[comment] ? 0.02
                : cite.Citation.Opens && comment == citing - 1 ? 4
                : _comments[comment].Parent is null ? 0.3
                : 1;
        }

        var distance = Math.Abs(_block[citing] - _block[comment]);
        return distance switch
        {
            <= 1 => 1,
            2 => 0.15,
            _ => 0.1 / distance,
        };
    }

    /// <summary>What claims, names and addresses tell of whether a comment is meant.</summary>
    private static double Speech(Cite cite, int comment, double echo, ThreadVoices voices)
    {
        var isSame = voices.AreOneByName(cite.Citing, comment);
        if (cite.Citation.IsOwn)
        {
            // Who claims one comment twice is one person, and repeats his words; a claim without an echo may be another's, misread.
            return echo > TextsSpeak && voices.AreOneByClaim(cite.Citing, comment) ? 40 : isSame switch { true => 5, false => 0.3, null => 1 };
        }

        var other = isSame is true ? 0.1 : 1; // nobody calls himself "Anon at"
        return voices.SpeaksTo(comment, cite.Citing) ? other * 8 : other; // people answer those who spoke to them
    }

    private Verdict Judge(Group group, List<int> times, ThreadVoices voices)
    {
        // One clock time is one comment: what all who cite it tell, counts together.
        var shared = group.Cites.Select(pair => pair.Weights.Keys.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToList();
        var priors = shared.ToDictionary(comment => comment, comment => group.Cites.Aggregate(1.0, (product, pair) => product * pair.Weights[comment].Prior(KeepsToPlace(pair.Cite))));
        var sum = priors.Values.Sum();
        var citing = group.Cites.Max(pair => _order.Limits(pair.Cite.Citing).Earliest);
        var verdict = new Verdict(shared.Count, _repliesAcrossLists == 0 && _repliesInList >= HabitProven && group.Cites.All(pair => _comments[pair.Cite.Citing].Parent is not null));
        foreach (var comment in shared)
        {
            var texts = group.Cites.Aggregate(1.0, (product, pair) => product * pair.Weights[comment].Evidence) *
                (IsHalfOfPostscript(comment, group.Time.OfDay, times, voices) ? 30 : 1);
            foreach (var time in Times(comment, group))
            {
                verdict.Add(comment, time, _order.Density(comment, time) * Age(citing - time), priors[comment] / sum, texts);
            }
        }

        return verdict;
    }

    /// <summary>A comment and the postscript under it are minutes apart: where two times minutes apart are cited, they may be these.</summary>
    private bool IsHalfOfPostscript(int comment, int time, List<int> times, ThreadVoices voices)
    {
        var hasPostscript = Enumerable.Range(comment + 1, Math.Min(50, _comments.Count - comment - 1)).Any(later => voices.FollowsUp(later) == comment);
        return (hasPostscript && times.Exists(other => other > time && other - time <= PostscriptMinutes)) ||
            (voices.FollowsUp(comment) >= 0 && times.Exists(other => other < time && time - other <= PostscriptMinutes));
    }

    /// <summary>People cite by the bare time what was written within the day; older comments rarely, and the older the more rarely.</summary>
    private static double Age(long? minutes) => minutes switch
    {
        null or <= ClockTime.Day => 1,
        <= 2 * ClockTime.Day => 0.1,
        _ => 0.03,
    };

    /// <summary>The minutes on which a comment may have been written to be shown at this clock time.</summary>
    private List<long> Times(int comment, Group group)
    {
        var latest = group.Cites.Min(pair => _order.Limits(pair.Cite.Citing).Latest ?? long.MaxValue);
        if (_order.Known(comment) is { } known)
        {
            return group.Time.Fits((int)(known % ClockTime.Day)) && known <= latest ? [known] : [];
        }

        var (from, to) = _order.Limits(comment);
        to = Math.Min(to ?? long.MaxValue, latest);
        var first = from ?? (to == long.MaxValue ? 0 : to - (2 * ClockTime.Day));
        var end = Math.Min(to.Value, (first ?? 0) + (8 * ClockTime.Day));
        var times = new List<long>();
        for (var day = (first ?? 0) / ClockTime.Day; day * ClockTime.Day <= end; day++)
        {
            foreach (var minute in group.Time.MayBeEvening ? [group.Time.OfDay, group.Time.OfDay + (12 * 60)] : (int[])[group.Time.OfDay])
            {
                var time = (day * ClockTime.Day) + minute;
                if (time >= first && time <= end)
                {
                    times.Add(time);
                }
            }
        }

        return times;
    }

    private static IReadOnlyList<int> Few(List<int> comments) => comments.Count <= MostNamed ? [.. comments.Order()] : [];

    [GeneratedRegex(@"\b(?:that|this|the) (?:phrase|word|words|term|expression|quote|quotation)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PointsAtWords();

    [GeneratedRegex(@"(?:^|[\s(])[""\u201C\u2018'](?:[\p{L}\p{N}'’-]+ ?){1,6}[""\u201D\u2019'](?=$|[\s).,;:!?])", RegexOptions.CultureInvariant)]
    private static partial Regex ShowsWords();

    /// <summary>A citation and the comment it stands in.</summary>
    private sealed record Cite(int Citing, TimeCitation Citation);

    /// <summary>The citations of one clock time.</summary>
    private sealed record Group(ClockTime Time, IReadOnlyList<(Cite Cite, Dictionary<int, Weights> Weights)> Cites);

    /// <summary>What a citation's place and texts say of one comment.</summary>
    /// <param name="Place">Share by the place people cite from.</param>
    /// <param name="Any">Share where every comment is as likely.</param>
    /// <param name="Evidence">How many times likelier the texts make it.</param>
    private readonly record struct Weights(double Place, double Any, double Evidence)
    {
        public double Prior(double keepsToPlace) => (keepsToPlace * Place) + ((1 - keepsToPlace) * Any);
    }

    /// <summary>How likely each comment is that a clock time may mean, by time, place and texts.</summary>
    private sealed class Verdict(int candidates, bool placeIsProven)
    {
        private readonly Dictionary<int, Weight> _weights = [];
        private double _allTimes = Elsewhere / ClockTime.Day;
        private double _allWithoutTexts = Elsewhere / ClockTime.Day;
        private double _all = ElsewhereByText / ClockTime.Day;

        /// <summary>Share of the likeliest comment.</summary>
        public double Share => _weights.Count == 0 ? 0 : _weights.Values.Max(weight => weight.Full) / _all;

        /// <summary>The comment to be linked and its time; null where none is sure enough.</summary>
        public (int Comment, long Time)? Choice
        {
            get
            {
                var chosen = Set(1);
                return chosen.Count == 0 ? null : (chosen[0], _weights[chosen[0]].Minute);
            }
        }

        public void Add(int comment, long minute, double time, double prior, double texts)
        {
            if (time <= 0)
            {
                return;
            }

            var old = _weights.GetValueOrDefault(comment);
            var uniform = time / candidates;
            var plain = time * prior;
            _weights[comment] = new Weight(old.Time + uniform, old.WithoutTexts + plain, old.Full + (plain * texts), time > old.Best ? minute : old.Minute, Math.Max(old.Best, time));
            _allTimes += uniform;
            _allWithoutTexts += plain;
            _all += plain * texts;
        }

        /// <summary>The few comments of which one is meant, in thread order; empty where they would be too many.</summary>
        public IReadOnlyList<int> Few() => [.. Set(MostNamed).Order()];

        private List<int> Set(int most)
        {
            var set = Ranked(weight => weight.Time, _allTimes, SureByStamp, 1);
            set = set.Count > 0 ? set : Ranked(weight => weight.Time, _allTimes, SureOfSet, most);
            if (set.Count > 0 && _weights[set[0]].Best >= 1) // a stamp of that very minute
            {
                return set;
            }

            set = Ranked(weight => weight.Time, _allTimes, SureByOrder, most);
            if (set.Count > 0)
            {
                return set;
            }

            set = Ranked(weight => weight.Full, _all, SureByText, most);
            return placeIsProven || TextsSpeakFor(set) ? set : [];
        }

        /// <summary>The likeliest comments that together have the share, at most so many; empty where more would be needed.</summary>
        private List<int> Ranked(Func<Weight, double> weigh, double all, double share, int most)
        {
            var set = new List<int>();
            var sum = 0.0;
            foreach (var (comment, weight) in _weights.OrderByDescending(pair => weigh(pair.Value)).ThenBy(pair => pair.Key).Take(most))
            {
                set.Add(comment);
                sum += weigh(weight);
                if (sum >= share * all)
                {
                    return set;
                }
            }

            return [];
        }

        /// <summary>Whether the texts raise the odds of these comments: order and place alone are what people mostly do, not what this one did.</summary>
        private bool TextsSpeakFor(List<int> comments)
        {
            var with = comments.Sum(comment => _weights[comment].Full);
            var without = comments.Sum(comment => _weights[comment].WithoutTexts);
            return comments.Count > 0 && with * (_allWithoutTexts - without) >= TextsSpeak * without * (_all - with);
        }

        private readonly record struct Weight(double Time, double WithoutTexts, double Full, long Minute, double Best);
    }
}
