using System.Runtime.InteropServices;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Tagging;

/// <summary>A text parted into tokens, lines and chunks, with what each token is known to be: what the features are made of.</summary>
internal sealed class TagDocument
{
    private const int MaxLine = 400; // tokens; a longer line is cut, so that the work of a line stays small

    private readonly TagToken[] _tokens;
    private readonly uint[] _headings;
    private readonly Dictionary<uint, int> _times = [];

    private TagDocument(string text, TagToken[] tokens, List<(int First, int After)> lines, List<TagChunk> chunks)
    {
        Text = text;
        _tokens = tokens;
        Lines = lines;
        Chunks = chunks;
        _headings = new uint[lines.Count];
        for (var (line, heading) = (0, 0u); line < lines.Count; line++)
        {
            var (first, after) = lines[line];
            heading = after - first <= 12 && tokens[first].Is(TagForms.InCapitalLine) && tokens[first].Is(TagForms.Word) ? HashOf(first, after) : heading;
            _headings[line] = heading;
        }

        foreach (var chunk in chunks)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_times, chunk.Hash, out _)++;
        }
    }

    private uint HashOf(int first, int after)
    {
        var hash = TagHash.Seed;
        for (var i = first; i < after; i++)
        {
            hash = TagHash.Of(2, hash, _tokens[i].Word);
        }

        return hash;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its tokens in order.</summary>
    public ReadOnlySpan<TagToken> Tokens => _tokens;

    /// <summary>Its lines as ranges of tokens, in order; a line is a sequence for the tagger.</summary>
    public IReadOnlyList<(int First, int After)> Lines { get; }

    /// <summary>Its chunks in order.</summary>
    public IReadOnlyList<TagChunk> Chunks { get; }

    /// <summary>Number of the line that a token stands in.</summary>
    public int LineOf(int token)
    {
        var (low, high) = (0, Lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Lines[middle].After <= token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A token's text.</summary>
    public ReadOnlySpan<char> TextOf(int token) => Text.AsSpan(_tokens[token].Start, _tokens[token].End - _tokens[token].Start);

    /// <summary>The heading above a line (a hash of the last line in capitals, 0 for none), and whereabouts in the document it stands.</summary>
    public (uint Heading, uint Place) PlaceOf(int line) => (_headings[line], (uint)(line < 6 ? line : line < 12 ? 6 : line < 24 ? 7 : 8));

    /// <summary>How often a chunk's words stand in the document: 1, 2, 3 for three or four, 4 for more.</summary>
    public uint TimesOf(int chunk) => _times[Chunks[chunk].Hash] is var times && times < 3 ? (uint)times : times < 5 ? 3u : 4u;

    /// <summary>Reads a text.</summary>
    public static TagDocument Read(string text)
    {
        var tokens = new List<TagToken>((text.Length / 5) + 8);
        var lines = new List<(int First, int After)>();
        var (position, lineStart) = (0, 0);
        while (TagTokenReader.TryNext(text, ref position, out var start, out var breaks))
        {
            if ((breaks > 0 || tokens.Count - lineStart >= MaxLine) && tokens.Count > lineStart)
            {
                lines.Add((lineStart, tokens.Count));
                lineStart = tokens.Count;
            }

            tokens.Add(Describe(text, start, position, tokens.Count == lineStart));
        }

        if (tokens.Count > lineStart)
        {
            lines.Add((lineStart, tokens.Count));
        }

        var array = tokens.ToArray();
        foreach (var (first, after) in lines)
        {
            MarkLine(text, array, first, after);
        }

        MarkPhrases(array);
        TagLexicon.Mark(array);
        var chunks = TagChunkReader.Read(text, array, lines);
        MarkElsewhere(array);
        return new TagDocument(text, array, lines, chunks);
    }

    private static TagToken Describe(string text, int start, int end, bool opensLine)
    {
        var word = text.AsSpan(start, end - start);
        var token = new TagToken { Start = start, End = end, Chunk = -1 };
        var (hash, shape, last, run) = (TagHash.Seed, TagHash.Seed, '\0', 0);
        var (upper, lower, digits) = (0, 0, 0);
        foreach (var letter in word)
        {
            var small = letter is >= 'A' and <= 'Z' ? (char)(letter | 0x20) : letter < 128 ? letter : char.ToLowerInvariant(letter);
            var kind = char.IsDigit(letter) ? '0' : small != letter ? 'X' : char.IsLetter(letter) ? 'x' : letter;
            upper += kind == 'X' ? 1 : 0;
            lower += kind == 'x' ? 1 : 0;
            digits += kind == '0' ? 1 : 0;
            hash = TagHash.Add(hash, kind == '0' ? '0' : small);
            run = kind == last ? run + 1 : 1;
            last = kind;
            shape = run <= (kind == '0' ? 4 : kind == 'X' ? 2 : 1) ? TagHash.Add(shape, kind) : shape;
        }

        token.Word = hash;
        token.Shape = shape;
        var isWord = TagTokenReader.IsPart(word[0]);
        token.Forms = (isWord ? TagForms.Word : TagForms.None)
            | (char.IsUpper(word[0]) ? TagForms.Capital : TagForms.None)
            | (upper > 1 && lower == 0 ? TagForms.AllCapitals : TagForms.None)
            | (upper == 1 && word.Length == 1 ? TagForms.Initial : TagForms.None)
            | (digits > 0 ? TagForms.Digit : TagForms.None)
            | (start > 0 && text[start - 1] <= ' ' ? TagForms.Blank : TagForms.None)
            | (opensLine ? TagForms.OpensLine | TagForms.OpensSentence : TagForms.None);
        if (isWord)
        {
            token.Lexeme = Gazetteer.Words.IdOf(word);
            token.Classes = Gazetteer.Words.ClassesOf(token.Lexeme);
        }

        return token;
    }

    /// <summary>Marks what stands in quotation marks or brackets, what opens a sentence, and lines in capitals.</summary>
    private static void MarkLine(string text, TagToken[] tokens, int first, int after)
    {
        var (isQuoted, depth, small, opens) = (false, 0, 0, true);
        for (var i = first; i < after; i++)
        {
            ref var token = ref tokens[i];
            var mark = text[token.Start];
            small += token.Is(TagForms.Word) && !token.Is(TagForms.Capital | TagForms.Digit) ? 1 : 0;
            depth += mark is '(' or '[' ? 1 : 0;
            isQuoted = mark switch { '\u201C' or '\u00AB' => true, '\u201D' or '\u00BB' => false, '"' => !isQuoted, _ => isQuoted };
            token.Forms |= (isQuoted ? TagForms.Quoted : TagForms.None) | (depth > 0 ? TagForms.Bracketed : TagForms.None) | (opens ? TagForms.OpensSentence : TagForms.None);
            depth -= mark is ')' or ']' && depth > 0 ? 1 : 0;
            opens = Opens(text, tokens, first, i, opens);
        }

        for (var i = first; i < after && small == 0; i++)
        {
            tokens[i].Forms |= TagForms.InCapitalLine;
        }
    }

    /// <summary>Whether the token after this one opens a sentence.</summary>
    private static bool Opens(string text, TagToken[] tokens, int first, int i, bool opens)
    {
        var token = tokens[i];
        if (token.Is(TagForms.Word))
        {
            return false;
        }

        return text[token.Start] switch
        {
            '!' or '?' or '\u2026' => true,
            '.' => i == first || !(tokens[i - 1].Is(TagForms.Initial) || tokens[i - 1].Is(WordClass.Title)),
            '"' or '\'' or '\u201C' or '\u2018' or '\u201D' or '(' or '-' or '*' or '>' or '#' => opens,
            ')' or ']' => opens,
            _ => false,
        };
    }

    /// <summary>Marks the words of every phrase of the tables, the longest at a place.</summary>
    private static void MarkPhrases(TagToken[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(WordClass.BeginsPhrase))
            {
                continue;
            }

            foreach (var phrase in Gazetteer.Phrases.BeginningWith(tokens[i].Lexeme))
            {
                var after = EndOfPhrase(tokens, i, phrase.Words);
                if (after == 0 || (phrase.IsAcronym && !tokens[i].Is(TagForms.AllCapitals)))
                {
                    continue;
                }

                for (var j = i; j < after; j++)
                {
                    tokens[j].Phrases |= (ushort)(1 << (int)phrase.Kind);
                }

                break;
            }
        }
    }

    /// <summary>The token after a phrase that begins at a token, hyphens between its words left out; 0 where it does not stand there.</summary>
    private static int EndOfPhrase(TagToken[] tokens, int i, int[] words)
    {
        for (var word = 0; word < words.Length; i++)
        {
            if (i >= tokens.Length || (word > 0 && tokens[i].Is(TagForms.OpensLine)) || (tokens[i].Lexeme != words[word] && (tokens[i].Is(TagForms.Word | TagForms.Blank) || word == 0)))
            {
                return 0;
            }

            word += tokens[i].Lexeme == words[word] ? 1 : 0;
        }

        return i;
    }

    /// <summary>Counts how each word is written inside sentences: small, with a capital, both; once or more often.</summary>
    private static void MarkElsewhere(TagToken[] tokens)
    {
        var counts = new Dictionary<uint, (int Capital, int Small)>();
        foreach (var token in tokens)
        {
            if (token.Is(TagForms.Word))
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, token.Word, out _);
                count.Capital += token.Is(TagForms.Capital) && !token.Is(TagForms.OpensSentence | TagForms.InCapitalLine) ? 1 : 0;
                count.Small += !token.Is(TagForms.Capital) ? 1 : 0;
            }
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(TagForms.Word))
            {
                var (capital, small) = counts[tokens[i].Word];
                tokens[i].Elsewhere = (byte)((capital == 0 ? 0 : capital == 1 ? 1 : capital < 5 ? 2 : 3) + (small == 0 ? 0 : 4));
            }
        }
    }
}
