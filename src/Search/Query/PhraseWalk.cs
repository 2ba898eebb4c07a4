namespace Blog.Search.Query;

/// <summary>Walks over the places of a unit where all words of a phrase are near each other (see <see cref="PhraseFrequency.Near"/>).</summary>
internal sealed class PhraseWalk
{
    private readonly Walker[] _walkers;
    private readonly List<Walker> _queue = []; // sorted, the first word first: phrases are short
    private readonly bool _hasRepeats;
    private int _end = int.MinValue;
    private bool _isPositioned;

    public PhraseWalk(ReadOnlySpan<PhraseWord> words)
    {
        _walkers = new Walker[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            _walkers[i] = new Walker(words[i]);
        }

        _hasRepeats = GroupRepeats();
        _isPositioned = Place();
    }

    /// <summary>The moves of the next place with at most <paramref name="slop"/>; null after the last.</summary>
    public int? Next(int slop)
    {
        if (!_isPositioned)
        {
            return null;
        }

        var walker = Pop();
        var moves = _end - walker.Position;
        var next = _queue[0].Position;
        while (Advance(walker))
        {
            if (_hasRepeats && !PartRepeats(walker))
            {
                break;
            }

            if (walker.Position > next)
            {
                Push(walker);
                if (moves <= slop)
                {
                    return moves;
                }

                walker = Pop();
                next = _queue[0].Position;
                moves = _end - walker.Position;
            }
            else
            {
                moves = Math.Min(moves, _end - walker.Position);
            }
        }

        _isPositioned = false;
        return moves <= slop ? moves : null;
    }

    /// <summary>Words that are the same term: they share the positions' array.</summary>
    private bool GroupRepeats()
    {
        var has = false;
        foreach (var group in _walkers.GroupBy(walker => walker.Word.Positions, ReferenceEqualityComparer.Instance).Where(group => group.Count() > 1))
        {
            var members = group.OrderBy(walker => walker.Word.Offset).ToArray();
            for (var i = 0; i < members.Length; i++)
            {
                members[i].Group = members;
                members[i].PlaceInGroup = i;
            }

            has = true;
        }

        return has;
    }

    private bool Place()
    {
        foreach (var walker in _walkers)
        {
            walker.Next();
        }

        // Of the words of a group each begins one position after the one before it.
        foreach (var walker in _walkers)
        {
            for (var i = 0; i < walker.PlaceInGroup; i++)
            {
                if (!walker.Next())
                {
                    return false;
                }
            }
        }

        foreach (var walker in _walkers)
        {
            _end = Math.Max(_end, walker.Position);
            Push(walker);
        }

        return true;
    }

    private bool Advance(Walker walker)
    {
        if (!walker.Next())
        {
            return false;
        }

        _end = Math.Max(_end, walker.Position);
        return true;
    }

    /// <summary>Moves words of a group on until no two of them stand at one position; false where one has no more.</summary>
    private bool PartRepeats(Walker walker)
    {
        if (walker.Group is not { } group)
        {
            return true;
        }

        var first = walker.PlaceInGroup;
        var moved = new HashSet<int>();
        while (Array.Find(group, other => other != walker && other.Actual == walker.Actual) is { } other)
        {
            walker = IsBefore(other, walker) ? other : walker;
            if (!Advance(walker))
            {
                return false;
            }

            if (walker.PlaceInGroup != first)
            {
                moved.Add(walker.PlaceInGroup);
            }
        }

        // The order of the queue is that of the positions at the time of putting in: those that moved, and all before them, go in again.
        var taken = new List<Walker>();
        while (moved.Count > 0)
        {
            var top = Pop();
            taken.Add(top);
            if (top.Group == group)
            {
                moved.Remove(top.PlaceInGroup);
            }
        }

        for (var i = taken.Count - 1; i >= 0; i--)
        {
            Push(taken[i]);
        }

        return true;
    }

    private static bool IsBefore(Walker left, Walker right) => (left.Position, left.Word.Offset).CompareTo((right.Position, right.Word.Offset)) < 0;

    private Walker Pop()
    {
        var first = _queue[0];
        _queue.RemoveAt(0);
        return first;
    }

    private void Push(Walker walker)
    {
        var at = 0;
        while (at < _queue.Count && (_queue[at].Position, _queue[at].Word.Offset, _queue[at].Word.Order).CompareTo((walker.Position, walker.Word.Offset, walker.Word.Order)) < 0)
        {
            at++;
        }

        _queue.Insert(at, walker);
    }

    private sealed class Walker(PhraseWord word)
    {
        private int _at = -1;

        public PhraseWord Word { get; } = word;

        /// <summary>Its position less its offset in the phrase: where the phrase would begin.</summary>
        public int Position { get; private set; }

        /// <summary>Its position in the unit.</summary>
        public int Actual => Position + Word.Offset;

        public Walker[]? Group { get; set; }

        public int PlaceInGroup { get; set; }

        public bool Next()
        {
            if (++_at >= Word.Positions.Length)
            {
                return false;
            }

            Position = Word.Positions[_at] - Word.Offset;
            return true;
        }
    }
}
