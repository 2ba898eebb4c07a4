using Blog.Model;

namespace Blog.Content;

/// <summary>The tree of one thread as indexes into its list of comments: who answers whom, in which order they are read, and on which part.</summary>
/// <remarks>
/// Both passes over a blog use it, so that a summary and the pages cannot disagree. Nothing recurses: a hostile thread may answer
/// itself thousands of levels deep.
/// </remarks>
internal sealed class ThreadShape
{
    /// <summary>No parent.</summary>
    public const int None = -1;

    private ThreadShape(int[] parents, int[] depths, int[] tops, int topLevel)
    {
        Parents = parents;
        Depths = depths;
        Tops = tops;
        TopLevel = topLevel;
    }

    /// <summary>Index of each comment's parent, always smaller than its own; <see cref="None"/> at the top level.</summary>
    public int[] Parents { get; }

    /// <summary>Depth of each comment, 0 at the top level.</summary>
    public int[] Depths { get; }

    /// <summary>Place of each comment's top-level comment among the top-level ones, from 0.</summary>
    public int[] Tops { get; }

    /// <summary>Comments at the top level.</summary>
    public int TopLevel { get; }

    /// <summary>Reads the tree. A parent that does not stand earlier in the list is none: its comment is a top-level one.</summary>
    public static ThreadShape Of(IReadOnlyList<PublishedComment> comments)
    {
        var count = comments.Count;
        var parents = new int[count];
        var depths = new int[count];
        var tops = new int[count];
        var topLevel = 0;
        var known = new Dictionary<CommentId, int>();
        var knownTo = 0;
        for (var i = 0; i < count; i++)
        {
            var parent = comments[i].Fields.Parent is { } id ? Find(comments, parents, i, id, known, ref knownTo) : None;
            parents[i] = parent;
            if (parent == None)
            {
                tops[i] = topLevel++;
            }
            else
            {
                depths[i] = depths[parent] + 1;
                tops[i] = tops[parent];
            }
        }

        return new(parents, depths, tops, topLevel);
    }

    /// <summary>Indexes in thread order: a parent before its replies, depth first, siblings as they stand. Usually 0, 1, 2 and so on.</summary>
    public int[] ReadingOrder()
    {
        var count = Parents.Length;
        var order = new int[count];
        if (IsDepthFirst())
        {
            for (var i = 0; i < count; i++)
            {
                order[i] = i;
            }

            return order;
        }

        // Sibling lists as chains: the last one first, so that a stack hands them out first to last.
        var lastChild = new int[count + 1];
        var previous = new int[count];
        Array.Fill(lastChild, None);
        for (var i = 0; i < count; i++)
        {
            var slot = Parents[i] == None ? count : Parents[i];
            previous[i] = lastChild[slot];
            lastChild[slot] = i;
        }

        var stack = new Stack<int>();
        Push(stack, previous, lastChild[count]);
        for (var place = 0; stack.TryPop(out var next); place++)
        {
            order[place] = next;
            Push(stack, previous, lastChild[next]);
        }

        return order;
    }

    private static void Push(Stack<int> stack, int[] previous, int last)
    {
        for (var child = last; child != None; child = previous[child])
        {
            stack.Push(child);
        }
    }

    private bool IsDepthFirst()
    {
        for (var i = 1; i < Parents.Length; i++)
        {
            // In depth-first order the parent is the comment before, or one of its ancestors.
            var ancestor = i - 1;
            while (ancestor != None && ancestor != Parents[i])
            {
                ancestor = Depths[ancestor] > Depths[i] - 1 ? Parents[ancestor] : None;
            }

            if (ancestor != Parents[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Find(IReadOnlyList<PublishedComment> comments, int[] parents, int index, CommentId id, Dictionary<CommentId, int> known, ref int knownTo)
    {
        // The usual case without a dictionary: the comment before, or a near ancestor of it.
        var candidate = index - 1;
        for (var steps = 0; candidate != None && steps < 8; steps++)
        {
            if (comments[candidate].Id == id)
            {
                return candidate;
            }

            candidate = parents[candidate];
        }

        for (; knownTo < index; knownTo++)
        {
            known.TryAdd(comments[knownTo].Id, knownTo);
        }

        return known.TryGetValue(id, out var place) ? place : None;
    }
}
