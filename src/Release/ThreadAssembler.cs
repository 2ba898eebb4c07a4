using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Release;

/// <summary>
/// Puts the comments of one post into thread order, with places for lost ones: nothing that was public is dropped, and nothing hangs
/// where its writer did not put it.
/// </summary>
internal sealed class ThreadAssembler
{
    private readonly List<Place> _places = [];
    private readonly IReadOnlyDictionary<string, CommentNumber> _given;

    private ThreadAssembler(IReadOnlyDictionary<string, CommentNumber> given) => _given = given;

    /// <summary>Makes the thread of one post.</summary>
    /// <param name="comments">All comments of the post in the vault, hidden ones included, in any order.</param>
    /// <param name="given">Numbers that earlier releases gave, by <see cref="ThreadNode.Handle"/>; they are never changed.</param>
    /// <param name="repairs">What moderators said about the places of comments.</param>
    /// <returns>Parents before their replies, depth first; siblings by time, or in the order of the source where a time is lost.</returns>
    public static IReadOnlyList<ThreadNode> Assemble(IEnumerable<VaultComment> comments, IReadOnlyDictionary<string, CommentNumber> given, ThreadRepairs repairs) =>
        Assemble(comments, given, repairs, new Dictionary<long, long>());

    /// <summary>As <see cref="Assemble(IEnumerable{VaultComment}, IReadOnlyDictionary{string, CommentNumber}, ThreadRepairs)"/>.</summary>
    /// <param name="comments">All comments of the post.</param>
    /// <param name="given">Numbers that earlier releases gave.</param>
    /// <param name="repairs">What moderators said about the places of comments.</param>
    /// <param name="inferred">Rows of comments without a parent in their source, with the row of the comment that each seems to answer (<see cref="FlatThreads"/>).</param>
    public static IReadOnlyList<ThreadNode> Assemble(
        IEnumerable<VaultComment> comments, IReadOnlyDictionary<string, CommentNumber> given, ThreadRepairs repairs, IReadOnlyDictionary<long, long> inferred)
    {
        var assembler = new ThreadAssembler(given);
        assembler.Add(comments, inferred);
        assembler.Join(repairs);
        assembler.CutCycles();
        assembler.GatherLostParents();
        assembler.LeaveOutHidden();
        return assembler.Number(assembler.Order(), repairs);
    }

    /// <summary>The handle of a comment.</summary>
    public static string HandleOf(VaultComment comment) => "comment:" + comment.Id.Value;

    private void Add(IEnumerable<VaultComment> comments, IReadOnlyDictionary<long, long> inferred)
    {
        var places = new Dictionary<long, Place>();
        foreach (var comment in comments.OrderBy(comment => comment.Ordinal)) // equal ones stay as the store gives them, which does not depend on the order of imports
        {
            var place = new Place(HandleOf(comment), comment);
            if (places.TryAdd(comment.Row, place))
            {
                _places.Add(place);
            }
        }

        foreach (var place in _places)
        {
            var comment = place.Source!; // only lost parents have none, and they come later
            if (comment.ParentRow is { } row && row != comment.Row && places.TryGetValue(row, out var parent))
            {
                place.Parent = parent;
            }
            else if (inferred.TryGetValue(comment.Row, out var seeming) && places.TryGetValue(seeming, out var answered))
            {
                place.Parent = answered;
                place.IsInferred = true;
            }
            else
            {
                place.ParentLost = comment.ParentLost || comment.ParentRow is not null;
            }
        }
    }

    /// <summary>Takes comments that were posted twice out of the thread; what answers them answers the one that stands for them.</summary>
    private void Join(ThreadRepairs repairs)
    {
        if (repairs.Same.Count == 0)
        {
            return;
        }

        var byRow = _places.ToDictionary(place => place.Source!.Row); // only lost parents have none, and they come later
        foreach (var (gone, stays) in repairs.Same.OrderBy(pair => pair.Key))
        {
            var (from, to) = (byRow[gone], byRow[stays]);
            foreach (var reply in _places.Where(place => place.Parent == from).ToList())
            {
                (reply.Parent, reply.ParentLost) = IsUnder(to, reply) ? (from.Parent, from.ParentLost) : (to, false);
            }

            to.Also.Add(from.Source!);
            _places.Remove(from);
        }

        static bool IsUnder(Place place, Place other)
        {
            var seen = new HashSet<Place>();
            for (var at = place; at is not null && seen.Add(at); at = at.Parent)
            {
                if (at == other)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A cycle is cut above its oldest comment, which then counts as a reply to a lost one.</summary>
    private void CutCycles()
    {
        var seen = new Dictionary<Place, int>();
        for (var walk = 0; walk < _places.Count; walk++)
        {
            var place = _places[walk];
            while (place is not null && seen.TryAdd(place, walk))
            {
                place = place.Parent;
            }

            if (place is null || seen[place] != walk)
            {
                continue; // reached the top, or a part that an earlier walk has settled
            }

            var oldest = place;
            for (var next = place.Parent!; next != place; next = next.Parent!) // on a cycle every place has a parent
            {
                oldest = Place.ByTime.Compare(next, oldest) < 0 ? next : oldest;
            }

            oldest.Parent = null;
            oldest.ParentLost = true;
        }
    }

    /// <summary>Several replies to one lost comment stay together under a place for it; a single one stands at the top level.</summary>
    private void GatherLostParents()
    {
        var groups = _places
            .Where(place => place is { Parent: null, ParentLost: true, Source: { ParentSourceId: not null, Visibility: Visibility.Public } })
            .GroupBy(place => place.Source!.ParentSourceId!, StringComparer.Ordinal) // both checked above
            .Where(group => group.Skip(1).Any())
            .ToList();
        foreach (var group in groups)
        {
            var lost = new Place("lost:" + group.Key, null) { First = group.Min(Place.ByTime)!.Source };
            _places.Add(lost);
            foreach (var reply in group)
            {
                reply.Parent = lost;
                reply.ParentLost = false;
            }
        }
    }

    /// <summary>A hidden comment without public replies leaves no trace; one with them keeps its place, empty.</summary>
    private void LeaveOutHidden()
    {
        foreach (var place in _places)
        {
            if (place.Source is { Visibility: Visibility.Public })
            {
                for (var at = place; at is { IsKept: false }; at = at.Parent)
                {
                    at.IsKept = true;
                }
            }
        }
    }

    private List<Place> Order()
    {
        var top = new List<Place>();
        foreach (var place in _places.Where(place => place.IsKept))
        {
            (place.Parent?.Replies ?? top).Add(place);
        }

        var ordered = new List<Place>(_places.Count);
        var stack = new Stack<Place>();
        Push(top, null);
        while (stack.TryPop(out var place))
        {
            place.Index = ordered.Count;
            ordered.Add(place);
            Push(place.Replies, place);
        }

        return ordered;

        void Push(List<Place> siblings, Place? parent)
        {
            Place.Sort(siblings);
            for (var i = siblings.Count - 1; i >= 0; i--) // the last pushed comes out first
            {
                siblings[i].Depth = parent is null ? 0 : parent.Depth + 1;
                siblings[i].Top = parent is null ? siblings[i] : parent.Top;
                stack.Push(siblings[i]);
            }
        }
    }

    private List<ThreadNode> Number(List<Place> ordered, ThreadRepairs repairs)
    {
        var taken = new HashSet<CommentNumber>();
        foreach (var place in ordered)
        {
            if (_given.TryGetValue(place.Handle, out var number) && taken.Add(number))
            {
                place.Number = number;
            }
        }

        var top = ordered.Where(place => place.Depth == 0).ToList();
        Give(top, taken, number => number.IsTop, part => new CommentNumber(part, 0), number => number.Top);
        foreach (var group in ordered.Where(place => place.Depth > 0).GroupBy(place => place.Top!)) // set with the depth
        {
            var thread = group.Key.Number!.Value.Top; // the top level was numbered just now
            var replies = group.ToList();
            Place.Sort(replies);
            Give(replies, taken, number => !number.IsTop && number.Top == thread, part => new CommentNumber(thread, part), number => number.Reply);
        }

        var indexes = ordered.Where(place => place.Source is not null).ToDictionary(place => place.Source!.Row, place => place.Index); // checked before
        return
        [
            .. ordered.Select(place => new ThreadNode
            {
                Source = place.Source,
                Handle = place.Handle,
                Parent = place.Parent?.Index,
                Depth = place.Depth,
                State = place.State,
                Number = place.Number!.Value, // every place was given one above
                ParentInferred = place.ParentLost || place.IsInferred,
                Answers = place.Source is { } source && repairs.Answers.TryGetValue(source.Row, out var answered) && indexes.TryGetValue(answered, out var index) && place.Parent?.Index != index ? index : null,
                Also = place.Also,
            }),
        ];
    }

    /// <summary>Numbers a level: what an earlier release gave, else what the old page showed, else the next free one.</summary>
    private static void Give(
        List<Place> places, HashSet<CommentNumber> taken, Func<CommentNumber, bool> fits, Func<int, CommentNumber> make, Func<CommentNumber, int> part)
    {
        foreach (var place in places)
        {
            if (place.Number is null && place.Source?.Number is { } shown && fits(shown) && taken.Add(shown))
            {
                place.Number = shown;
            }
        }

        var next = taken.Where(fits).Select(part).DefaultIfEmpty(0).Max() + 1;
        foreach (var place in places.Where(place => place.Number is null))
        {
            place.Number = make(next++);
            taken.Add(place.Number.Value);
        }
    }

    /// <summary>A comment on its way to its place.</summary>
    private sealed class Place(string handle, VaultComment? source)
    {
        /// <summary>Oldest first; comments whose exact time is not known by their place in the source. Not for mixed sets: see <see cref="Sort"/>.</summary>
        public static readonly Comparer<Place> ByTime = Comparer<Place>.Create((left, right) =>
        {
            var byTime = left.Time is { } a && right.Time is { } b ? a.CompareTo(b) : 0;
            return byTime != 0 ? byTime : left.Ordinal.CompareTo(right.Ordinal);
        });

        public string Handle { get; } = handle;

        public VaultComment? Source { get; } = source;

        /// <summary>The oldest reply to a lost comment, which lends it its place in the order.</summary>
        public VaultComment? First { get; init; }

        public Place? Parent { get; set; }

        public bool ParentLost { get; set; }

        /// <summary>Whom it answers was read off its words.</summary>
        public bool IsInferred { get; set; }

        public bool IsKept { get; set; }

        public List<Place> Replies { get; } = [];

        /// <summary>Comments that were the same as this one.</summary>
        public List<VaultComment> Also { get; } = [];

        public Place? Top { get; set; }

        public int Depth { get; set; }

        public int Index { get; set; }

        public CommentNumber? Number { get; set; }

        public CommentState State => Source switch
        {
            null => CommentState.Missing,
            { Visibility: Visibility.Public } comment => comment.State,
            { Visibility: Visibility.Spam or Visibility.Trashed } => CommentState.RemovedByAdmin, // somebody took it away
            _ => CommentState.Missing, // it never was on the old page, and nobody decided on it
        };

        private DateTimeOffset? Time => (Source ?? First)?.Published is { Precision: DatePrecision.Minute } time ? time.Value : null;

        private long Ordinal => (Source ?? First)?.Ordinal ?? long.MaxValue;

        /// <summary>By exact time where all have one, else by place in the source: an order that mixes both would contradict itself.</summary>
        public static void Sort(List<Place> places)
        {
            var exact = places.TrueForAll(place => place.Time is not null);
            var sorted = exact
                ? places.OrderBy(place => place.Time).ThenBy(place => place.Ordinal).ToList()
                : [.. places.OrderBy(place => place.Ordinal)];
            places.Clear();
            places.AddRange(sorted);
        }
    }
}
