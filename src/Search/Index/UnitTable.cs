using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>The units in the order of their numbers, and the classes into which their lengths fall.</summary>
internal sealed class UnitTable
{
    /// <param name="units">All units, sorted by date and id; their place is their number.</param>
    public UnitTable(IReadOnlyList<IndexedUnit> units)
    {
        Units = units;
        TextStatistics = Statistics(units.Select(unit => unit.TextLength));
        TitleStatistics = Statistics(units.Select(unit => unit.TitleLength));
        Classes = [.. units.Select(ClassOf).Distinct().OrderBy(unitClass => unitClass.Code)];
        var codes = Classes.Select(unitClass => unitClass.Code).ToArray();
        FirstPostClass = Classes.Count(unitClass => !unitClass.IsPost); // the code of a post's class is above all of comments'
        TitleNorms = [.. units.Where(unit => unit.TitleLength > 0).Select(unit => FieldNorm.Encode(unit.TitleLength)).Distinct().Order()];
        TextLengths = [.. Classes.Select(unitClass => FieldNorm.Decode(unitClass.Norm))];
        TitleLengths = [.. TitleNorms.Select(FieldNorm.Decode)];
        TextFactors = [.. TextLengths.Select(length => Bm25.NormFactor(length, TextStatistics.AverageLength))];
        TitleFactors = [.. TitleLengths.Select(length => Bm25.NormFactor(length, TitleStatistics.AverageLength))];
        TextClasses = [.. units.Select(unit => (byte)Array.BinarySearch(codes, ClassOf(unit).Code))];
        TitleClasses = [.. units.Select(unit => unit.TitleLength == 0 ? (byte)0 : (byte)Array.BinarySearch(TitleNorms, FieldNorm.Encode(unit.TitleLength)))];
        if (Classes.Length > 256)
        {
            throw new InvalidOperationException("A class of units takes one byte, and there are more than 256.");
        }
    }

    /// <summary>The units by number.</summary>
    public IReadOnlyList<IndexedUnit> Units { get; }

    /// <summary>How many there are.</summary>
    public int Count => Units.Count;

    /// <summary>Of the texts.</summary>
    public FieldStatistics TextStatistics { get; }

    /// <summary>Of the titles.</summary>
    public FieldStatistics TitleStatistics { get; }

    /// <summary>Classes of units, in order.</summary>
    public UnitClass[] Classes { get; }

    /// <summary>The first class of posts: those of comments come before it.</summary>
    public int FirstPostClass { get; }

    /// <summary>Codes of the lengths of titles, in order.</summary>
    public byte[] TitleNorms { get; }

    /// <summary>Class of each unit.</summary>
    public byte[] TextClasses { get; }

    /// <summary>Place in <see cref="TitleNorms"/> of each unit; 0 where it has no title.</summary>
    public byte[] TitleClasses { get; }

    /// <summary>Length for scoring, by class.</summary>
    public int[] TextLengths { get; }

    /// <summary>Length for scoring, by place in <see cref="TitleNorms"/>.</summary>
    public int[] TitleLengths { get; }

    /// <summary><see cref="Bm25.NormFactor"/> by class.</summary>
    public float[] TextFactors { get; }

    /// <summary><see cref="Bm25.NormFactor"/> by place in <see cref="TitleNorms"/>.</summary>
    public float[] TitleFactors { get; }

    private static UnitClass ClassOf(IndexedUnit unit) => new(unit.Kind == UnitKind.Post, FieldNorm.Encode(unit.TextLength));

    private static FieldStatistics Statistics(IEnumerable<int> lengths)
    {
        var units = 0;
        var terms = 0L;
        foreach (var length in lengths.Where(length => length > 0))
        {
            units++;
            terms += length;
        }

        return new FieldStatistics(units, terms);
    }
}
