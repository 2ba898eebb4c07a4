using AngleSharp.Dom;

namespace Blog.Html;

/// <summary>Tells tables that Markdown can write from those that only lay out a page.</summary>
internal static class TableShape
{
    private const int LongestCell = 400; // longer ones are columns of a layout

    /// <summary>Whether it has at least two rows and columns, all rows of one length, and only short texts of one line in its cells.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isLayout">Whether it has only one row or column: nothing is lost when it is flattened.</param>
    public static bool IsSimple(IElement table, out bool isLayout)
    {
        var rows = new List<int>();
        var isSimple = true;
        var cellText = 0;
        var cellBlocks = 0;
        var stack = new Stack<INode>();
        Push(stack, table);
        while (stack.TryPop(out var node))
        {
            if (node is IText text)
            {
                cellText += text.Data.Length;
                isSimple &= cellText <= LongestCell;
                continue;
            }
            if (node is not IElement element)
            {
                continue;
            }
            switch (MarkupTable.Role(element.LocalName))
            {
                case MarkupRole.Row:
                    rows.Add(0);
                    break;
                case MarkupRole.Cell:
                    if (rows.Count == 0)
                    {
                        isSimple = false;
                        break;
                    }
                    rows[^1]++;
                    cellText = 0;
                    cellBlocks = 0;
                    isSimple &= element.GetAttribute("colspan") is null or "" or "1" && element.GetAttribute("rowspan") is null or "" or "1";
                    break;
                case MarkupRole.Block or MarkupRole.Line:
                    isSimple &= ++cellBlocks <= 1;
                    break;
                case MarkupRole.Break or MarkupRole.List or MarkupRole.Quote or MarkupRole.Verbatim or MarkupRole.Heading or MarkupRole.Rule or MarkupRole.Image or MarkupRole.UnwrapForm:
                    isSimple = false;
                    break;
                case MarkupRole.Table:
                    isLayout = false;
                    return false;
                default:
                    break;
            }
            Push(stack, element);
        }
        isLayout = rows.Count < 2 || rows.TrueForAll(cells => cells < 2);
        return isSimple && !isLayout && rows[0] >= 2 && rows.TrueForAll(cells => cells == rows[0]);
    }

    private static void Push(Stack<INode> stack, IElement element)
    {
        for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
        {
            stack.Push(element.ChildNodes[i]);
        }
    }
}
