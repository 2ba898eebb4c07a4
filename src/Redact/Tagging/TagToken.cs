using Blog.Redact.Gazetteers;

namespace Blog.Redact.Tagging;

/// <summary>A word, number or mark of a text with what the tagger knows of it by itself; text stands in it as hashes alone.</summary>
internal struct TagToken
{
    /// <summary>First position, UTF-16 units.</summary>
    public int Start;

    /// <summary>Position after it.</summary>
    public int End;

    /// <summary>Hash of the word in lower case, digits as one digit.</summary>
    public uint Word;

    /// <summary>Hash of how it is written: runs of capitals, small letters, digits.</summary>
    public uint Shape;

    /// <summary>Its number in the lexicon, 0 where it is in no list.</summary>
    public int Lexeme;

    /// <summary>What it is known to be.</summary>
    public WordClass Classes;

    /// <summary>What phrases of the tables it stands in: a bit a <see cref="PhraseKind"/>.</summary>
    public ushort Phrases;

    /// <summary>What it may tell of a case: a bit a sort of <see cref="TagLexicon"/>.</summary>
    public ulong Sorts;

    /// <summary>How it is written, in bits.</summary>
    public TagForms Forms;

    /// <summary>The chunk it stands in, -1 for none.</summary>
    public int Chunk;

    /// <summary>How its word is written elsewhere in the document: a small number, see <see cref="TagDocument"/>.</summary>
    public byte Elsewhere;

    /// <summary>Whether the form is there.</summary>
    public readonly bool Is(TagForms forms) => (Forms & forms) != TagForms.None;

    /// <summary>Whether it is of any of these classes.</summary>
    public readonly bool Is(WordClass classes) => (Classes & classes) != WordClass.None;
}
