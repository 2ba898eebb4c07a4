namespace Blog.Redact.Facts;

/// <summary>Reads who words speak of: pronouns, "my father", "the PSO's dad", "our guest blogger", and the possessives of all these.</summary>
internal sealed class PersonReader
{
    private readonly FactWord[] _words;
    private readonly Func<int, int, LexiconMatch?> _phrase;
    private readonly PersonWords _known;
    private readonly FactSubject[] _lastNamed;
    private readonly int _role;
    private readonly int _relative;
    private readonly int _superior;
    private readonly (int Length, FactSubject Subject)[] _named;
    private readonly (int Length, FactSubject Subject)[] _owners;

    /// <summary>Makes a reader of one text.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="language">The tables.</param>
    /// <param name="phrase">The longest phrase of a lexicon at a word.</param>
    public PersonReader(FactWord[] words, FactLanguage language, Func<int, int, LexiconMatch?> phrase)
    {
        _words = words;
        _known = language.People;
        (_role, _relative, _superior) = (language.Classes.Number("role"), language.Classes.Number("rel"), language.Classes.Number("sup"));
        _phrase = phrase;
        _lastNamed = new FactSubject[words.Length];
        _named = new (int, FactSubject)[words.Length];
        _owners = new (int, FactSubject)[words.Length];
        var last = FactSubject.Other;
        for (var i = 0; i < words.Length; i++)
        {
            last = words[i].Before == Break.Paragraph ? FactSubject.Other : last;
            _lastNamed[i] = last;
            if (Named(i, out var length, out var subject))
            {
                _named[i] = (length, subject);
                last = subject;
            }
        }
    }

    /// <summary>Somebody as the one who does or is something.</summary>
    public bool TryPerson(int at, out int length, out FactSubject subject)
    {
        length = 1;
        subject = FactSubject.Other;
        var id = _words[at].Id;
        if (_known.First.Contains(id))
        {
            subject = FactSubject.Writer;
            return true;
        }

        if (id == _known.You)
        {
            subject = FactSubject.Addressee;
            return true;
        }

        if (_known.Third.Contains(id))
        {
            subject = _lastNamed[at];
            return true;
        }

        return TryNamed(at, out length, out subject);
    }

    /// <summary>Somebody as the one something belongs to.</summary>
    public bool TryOwner(int at, out int length, out FactSubject subject)
    {
        length = 1;
        if (TryOwnerWord(at, out subject))
        {
            return true;
        }

        (length, subject) = _owners[at];
        return length > 0;
    }

    private bool TryNamed(int at, out int length, out FactSubject subject)
    {
        (length, subject) = _named[at];
        return length > 0;
    }

    private bool TryOwnerWord(int at, out FactSubject subject)
    {
        var id = _words[at].Id;
        subject = _known.FirstOwners.Contains(id) ? FactSubject.Writer
            : id == _known.Your ? FactSubject.Addressee
            : _known.ThirdOwners.Contains(id) ? _lastNamed[at]
            : FactSubject.Other;
        return _known.FirstOwners.Contains(id) || id == _known.Your || _known.ThirdOwners.Contains(id);
    }

    /// <summary>"my father", "your manager", "the PSO", "our guest blogger", "OP", and one relation further: "the PSO's dad".</summary>
    private bool Named(int at, out int length, out FactSubject subject)
    {
        (length, subject) = (0, FactSubject.Other);
        if (_known.PostWriter.Contains(_words[at].Id) && _words[at].Id == _known.Op)
        {
            (length, subject) = (1, new FactSubject(FactPerson.PostWriter));
        }
        else if (_known.Definite.Contains(_words[at].Id))
        {
            TryPostWriter(at, out length, out subject);
        }

        if (length == 0 && TryOwnerWord(at, out var owner))
        {
            TryRelated(at + 1, owner, out length, out subject);
            length = length == 0 ? 0 : length + 1;
        }

        if (length == 0)
        {
            return false;
        }

        if (at + length < _words.Length && _words[at + length].Id == _known.Possessive)
        {
            _owners[at] = (length + 1, subject);
            if (TryRelated(at + length + 1, subject, out var more, out var related))
            {
                length += more + 1;
                subject = related;
            }
        }

        return true;
    }

    private void TryPostWriter(int at, out int length, out FactSubject subject)
    {
        (length, subject) = (0, FactSubject.Other);
        var i = SkipAdjectives(at + 1);
        if (i >= _words.Length || _words[i].Before > Break.Blank)
        {
            return;
        }

        if (_known.PostWriter.Contains(_words[i].Id))
        {
            (length, subject) = (i + 1 - at, new FactSubject(FactPerson.PostWriter));
        }
        else if (_known.The.Contains(_words[at].Id) && _phrase(i, _role) is { } role)
        {
            (length, subject) = (i + role.Length - at, new FactSubject(FactPerson.PostWriter, role.Value));
        }
    }

    private bool TryRelated(int at, FactSubject owner, out int length, out FactSubject subject)
    {
        (length, subject) = (0, FactSubject.Other);
        var i = SkipAdjectives(at);
        if (i >= _words.Length || _words[i].Before > Break.Blank)
        {
            return false;
        }

        var relation = _phrase(i, _relative);
        var atWork = _phrase(i, _superior);
        var match = relation is { } r && (atWork is not { } s || r.Length >= s.Length) ? relation : atWork;
        if (match is not { } found)
        {
            return false;
        }

        (length, subject) = (i + found.Length - at, new FactSubject(FactPerson.RelatedTo, found.Value, owner));
        return true;
    }

    private int SkipAdjectives(int at)
    {
        const int Most = 3;
        var i = at;
        while (i < _words.Length && i - at < Most && _words[i].Before <= Break.Blank && _known.Adjectives.Contains(_words[i].Id))
        {
            i++;
        }

        return i;
    }
}
