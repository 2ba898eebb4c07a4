using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Reads the name of a person at a word of a text and weighs what speaks for it.</summary>
internal sealed class PersonNameReader
{
    private const int MaxWords = 5;
    private const WordClass NameClasses = WordClass.Forename | WordClass.Surname;

    private readonly ScannedText _text;
    private readonly bool[] _fenced;
    private readonly LineCapitals _lines;

    /// <summary>Prepares a text; words of bodies, offices and figures of speech are fenced off.</summary>
    public PersonNameReader(ScannedText text, FoundList found)
    {
        _text = text;
        _lines = new LineCapitals(text);
        _fenced = new bool[text.Tokens.Length];
        foreach (var phrase in text.Phrases)
        {
            var isFence = phrase.Kind is PhraseKind.PublicBody or PhraseKind.FigureOfSpeech or PhraseKind.Office or PhraseKind.Organisation ||
                (phrase.Kind == PhraseKind.Place && phrase.Count > 1);
            if (isFence && (text.Tokens[phrase.First].IsCapital || text.Tokens[phrase.After - 1].IsCapital))
            {
                _fenced.AsSpan(phrase.First, phrase.Count).Fill(true);
            }
        }

        for (var i = 0; i + 1 < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].IsCapital && text.Tokens[i].Is(WordClass.PlaceOpener) && text.Tokens[i + 1].IsCapital && text.Tokens[i + 1].Before == TokenBreak.Blank)
            {
                _fenced[i] = _fenced[i + 1] = true; // "San Oxlip", "Port Oxlip"
            }
        }

        Fence(found);
    }

    /// <summary>The name that begins at a word.</summary>
    public bool TryRead(int i, out PersonName name)
    {
        name = default;
        if (_fenced[i])
        {
            return false;
        }

        var token = _text.Tokens[i];
        return (token.Is(WordClass.Title) && TryTitled(i, out name)) ||
            (token.IsCapital && !IsMask(i) && !token.Is(WordClass.Weekday) && (TryForename(i, out name) || TryInitials(i, out name) || TrySurname(i, out name))) ||
            (!token.IsCapital && TrySmall(i, out name));
    }

    /// <summary>"Mr Oxlip", "Dr C. Oxlip", "PC Oxlip", "mr oxlip".</summary>
    private bool TryTitled(int i, out PersonName name)
    {
        name = default;
        var title = _text.Tokens[i];
        var first = i + 1;
        while (first < _text.Tokens.Length && first < i + 3 && _text.Tokens[first].Is(WordClass.Title) && Joins(first) && (IsNameWord(first + 1) || IsInitialAt(first + 1)))
        {
            first++; // "Lord Justice Oxlip", "Det Sgt Oxlip"
        }

        if (first >= _text.Tokens.Length || !Joins(first) || _fenced[first])
        {
            return false;
        }

        var next = _text.Tokens[first];
        if (!title.IsCapital || !next.IsCapital)
        {
            if (IsPlainTitle(i) && next.Is(WordClass.Surname) && !next.Is(WordClass.Common))
            {
                name = new PersonName(i, first, first + 1, 0.7, "A surname after an honorific, in small letters.");
                return true;
            }

            return false;
        }

        if (IsMask(first) || next.Is(WordClass.PublicOffice) || (!IsNameWord(first) && !IsInitialAt(first)))
        {
            return false;
        }

        var after = Extend(first);
        var isKnown = AnyKnown(first, after);
        var score = (IsPlainTitle(i), isKnown) switch
        {
            (true, true) => 0.97,
            (true, false) => 0.9,
            (false, true) => title.Is(WordClass.Common) && title.OpensSentence ? 0.6 : 0.85,
            _ => title.Is(WordClass.Common) ? (title.OpensSentence ? 0.3 : 0.55) : 0.75,
        };
        name = Weigh(new PersonName(i, first, after, score, "A name after an honorific or a rank."));
        if (IsHonour(i))
        {
            name = name with { Score = Math.Min(name.Score, 0.45), Why = "A name after a title that few people and public ones have." };
        }

        return true;
    }

    /// <summary>"Andrea Oxlip", "Andrea O.", "Andrea".</summary>
    private bool TryForename(int i, out PersonName name)
    {
        name = default;
        var token = _text.Tokens[i];
        if (!token.Is(WordClass.Forename) || token.IsInitial)
        {
            return false;
        }

        var after = Extend(i);
        var isWord = token.Is(WordClass.Ambiguous | WordClass.Common | WordClass.Month);
        if (isWord && token.OpensSentence && after > i + 1 && StartsName(i + 1))
        {
            return false; // "Will Andrea Oxlip …": the name begins at the next word
        }

        name = after - i > 1 ? Full(i, after, isWord) : Alone(i, isWord);
        return name.Score > 0;
    }

    private PersonName Full(int i, int after, bool isWord)
    {
        var token = _text.Tokens[i];
        var last = _text.Tokens[after - 1];
        var isHeadline = _lines.IsHeadline(i);
        var isShouted = _lines.IsShouted(i);
        var isSurname = last.Is(NameClasses);
        var isPlainSurname = isSurname && !last.Is(WordClass.Ambiguous | WordClass.Common);
        var score = (isWord, isPlainSurname, isSurname) switch
        {
            (false, true, _) => 0.97,
            (false, false, true) => 0.9,
            (false, false, false) => last.IsInitial ? 0.7 : 0.8,
            (true, true, _) => 0.85,
            (true, false, true) => 0.55,
            (true, false, false) => 0.45,
        };
        if (isWord && token.OpensSentence)
        {
            score -= 0.15;
        }

        if ((isHeadline || isShouted) && !isPlainSurname)
        {
            score -= isWord ? 0.25 : 0.15;
        }

        return Weigh(new PersonName(i, i, after, score, isSurname ? "A first name and a surname." : "A first name and a word with a capital that may be a surname."));
    }

    private PersonName Alone(int i, bool isWord)
    {
        var token = _text.Tokens[i];
        var isCalled = IsCalled(i);
        if (_lines.IsShouted(i) && !isCalled)
        {
            return default;
        }

        double score;
        string why;
        if (isCalled)
        {
            (score, why) = (token.OpensSentence && isWord ? 0.45 : 0.8, "A first name after a greeting, a role or a relative.");
        }
        else if (IsVocative(i))
        {
            (score, why) = (isWord ? 0.5 : 0.7, "A first name that a sentence speaks to.");
        }
        else if (isWord)
        {
            (score, why) = (token.OpensSentence ? 0 : IsFollowedByVerb(i) ? 0.5 : 0.3, "A first name that is also an ordinary word or a place.");
        }
        else
        {
            (score, why) = (token.IsAllCapitals || _lines.IsHeadline(i) ? 0.45 : 0.6, "A first name.");
        }

        if (token.Is(WordClass.Month) && !isCalled)
        {
            score = Math.Min(score, 0.2);
        }

        return Weigh(new PersonName(i, i, i + 1, score, why));
    }

    /// <summary>"J. Oxlip", "C.A. Oxlip", "J Oxlip".</summary>
    private bool TryInitials(int i, out PersonName name)
    {
        name = default;
        var after = i;
        while (after < i + 3 && IsInitialAt(after) && (after == i || Joins(after)))
        {
            after++;
        }

        if (after == i || after >= _text.Tokens.Length || !Joins(after) || !IsNameWord(after) || _fenced[after] || _text.Tokens[after].IsAllCapitals)
        {
            return false;
        }

        var hasStop = _text.Tokens[i].HasStopAfter;
        if (!hasStop && (_text.WordAt(i) is "I" or "A" || _text.Tokens[i].OpensSentence))
        {
            return false;
        }

        var end = Extend(after);
        var last = _text.Tokens[end - 1];
        var isPlain = last.Is(WordClass.Surname) && !last.Is(WordClass.Ambiguous);
        var score = (isPlain, last.Is(WordClass.Surname), hasStop) switch
        {
            (true, _, true) => 0.85,
            (true, _, false) => 0.6,
            (_, true, true) => 0.65,
            (_, false, true) => 0.55,
            _ => 0.3,
        };
        name = Weigh(new PersonName(i, i, end, score, "Initials and a surname."));
        return true;
    }

    /// <summary>A surname without a first name that the lists know: "Quillon Oxlip", "Oxlip said".</summary>
    private bool TrySurname(int i, out PersonName name)
    {
        name = default;
        var token = _text.Tokens[i];
        if (!IsNameWord(i) || token.IsInitial || token.Is(WordClass.PublicOffice) || (i + 1 < _text.Tokens.Length && Joins(i + 1) && !_fenced[i + 1] && StartsName(i + 1)))
        {
            return false; // "Middle East Andrea Oxlip": the name begins at the next word
        }

        var after = Extend(i);
        var isHeadline = _lines.IsHeadline(i) || _lines.IsShouted(i);
        var last = _text.Tokens[after - 1];
        var isPlain = last.Is(WordClass.Surname) && !last.Is(WordClass.Ambiguous | WordClass.Common);
        var isCalled = IsCalled(i);
        double score;
        if (after - i > 1)
        {
            score = (isCalled, isPlain, token.Is(WordClass.Common | WordClass.Ambiguous)) switch
            {
                (true, _, false) => 0.75,
                (true, _, true) => 0.45,
                (_, true, false) => token.OpensSentence ? 0.5 : 0.6,
                _ => last.Is(NameClasses) ? 0.35 : 0.25,
            };
            name = Weigh(new PersonName(i, i, after, isHeadline ? score - 0.2 : score, "Two words with capitals, at least one of them a surname or after a role."));
        }
        else if (token.Is(WordClass.Surname) && !token.Is(WordClass.Common))
        {
            var isSure = isCalled || IsFollowedByVerb(i) || token.IsPossessive;
            score = token.Is(WordClass.Ambiguous)
                ? isCalled ? 0.55 : 0.25
                : (isSure, token.OpensSentence) switch { (true, _) => 0.6, (_, false) => 0.5, _ => 0.4 };
            name = Weigh(new PersonName(i, i, after, isHeadline ? score - 0.2 : score, "A surname alone."));
        }
        else if (isCalled && !token.Is(WordClass.Common | WordClass.Ambiguous) && !token.IsAllCapitals && !token.OpensSentence && token.Length > 2)
        {
            name = Weigh(new PersonName(i, i, after, IsNamed(i) ? 0.7 : 0.5, "A word with a capital after a role, a relative or \"called\"."));
        }

        return name.Score > 0;
    }

    /// <summary>Without capitals: "my po darren", "dave oxlip", "called darren".</summary>
    private bool TrySmall(int i, out PersonName name)
    {
        name = default;
        var token = _text.Tokens[i];
        if (!token.Is(WordClass.Forename) || token.Is(WordClass.Common | WordClass.Ambiguous | WordClass.Month) || token.Length < 3)
        {
            return false;
        }

        var hasSurname = i + 1 < _text.Tokens.Length && Joins(i + 1) && !_text.Tokens[i + 1].IsCapital && _text.Tokens[i + 1].Is(WordClass.Surname) &&
            !_text.Tokens[i + 1].Is(WordClass.Common | WordClass.Ambiguous);
        if (hasSurname)
        {
            name = new PersonName(i, i, i + 2, 0.55, "A first name and a surname in small letters.");
        }
        else if (IsCalled(i))
        {
            name = new PersonName(i, i, i + 1, 0.45, "A first name in small letters after a role or a relative.");
        }

        return name.Score > 0;
    }

    /// <summary>Index after the last word of a name that begins at one.</summary>
    private int Extend(int first)
    {
        var after = first + 1;
        while (after < _text.Tokens.Length && after - first < MaxWords)
        {
            var particles = ParticlesAt(after);
            if (particles > 0)
            {
                after += particles + 1;
            }
            else if (Joins(after) && !_fenced[after] && !_text.Tokens[after - 1].IsPossessive && !IsMask(after) && (IsNameWord(after) || IsInitialAt(after)))
            {
                after++;
            }
            else
            {
                break;
            }
        }

        return after;
    }

    /// <summary>How many of "de", "van der" stand at a word with a name word after them.</summary>
    private int ParticlesAt(int i)
    {
        var next = i;
        while (next < _text.Tokens.Length && next < i + 2 && Joins(next) && _text.Tokens[next].Is(WordClass.Particle) && !_text.Tokens[next].IsAllCapitals)
        {
            next++;
        }

        return next > i && Joins(next) && IsNameWord(next) && !_fenced[next] ? next - i : 0;
    }

    /// <summary>Whether a word with a capital may be part of a name: it is a known name, or no ordinary word.</summary>
    private bool IsNameWord(int i)
    {
        if (i >= _text.Tokens.Length)
        {
            return false;
        }

        var token = _text.Tokens[i];
        return token.IsCapital && token.Length > 1 && !token.Is(WordClass.Weekday) && !token.HasDigits &&
            (token.Is(NameClasses) ? !(token.Is(WordClass.NamedThing | WordClass.PublicOffice) && token.Is(WordClass.Common)) : !token.Is(WordClass.Common | WordClass.Month | WordClass.Title)) &&
            (!token.IsAllCapitals || token.Is(NameClasses) || _lines.IsShouted(i));
    }

    private bool IsInitialAt(int i) => i < _text.Tokens.Length && _text.Tokens[i].IsInitial;

    /// <summary>Whether a word may belong to one name with the word before it.</summary>
    private bool Joins(int i) => i < _text.Tokens.Length && (_text.Tokens[i].Before <= TokenBreak.Blank || (_text.Tokens[i].Before == TokenBreak.Stop && i > 0 && !_text.Tokens[i - 1].IsPossessive));

    private bool StartsName(int i) => _text.Tokens[i].IsCapital && _text.Tokens[i].Is(WordClass.Forename) && (!_text.Tokens[i].Is(WordClass.Ambiguous) || IsNameWord(i + 1));

    private bool AnyKnown(int first, int after)
    {
        for (var i = first; i < after; i++)
        {
            if (_text.Tokens[i].Is(NameClasses))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPlainTitle(int i) => _text.WordAt(i) is var word && (word.Equals("mr", StringComparison.OrdinalIgnoreCase) || word.Equals("mrs", StringComparison.OrdinalIgnoreCase) ||
        word.Equals("ms", StringComparison.OrdinalIgnoreCase) || word.Equals("dr", StringComparison.OrdinalIgnoreCase) || word.Equals("prof", StringComparison.OrdinalIgnoreCase) ||
        word.Equals("cllr", StringComparison.OrdinalIgnoreCase) || word.Equals("hhj", StringComparison.OrdinalIgnoreCase));

    /// <summary>A title of a knight or a peer.</summary>
    private bool IsHonour(int i) => _text.WordAt(i) is "Sir" or "Dame" or "Lord" or "Lady" or "Baroness" or "Baron" or "Viscount" or "Earl" or "Countess";

    /// <summary>Whether a greeting, a role, a relative or "called" stands right before.</summary>
    private bool IsCalled(int i)
    {
        if (i == 0 || _text.Tokens[i].Before > TokenBreak.Mark)
        {
            return false;
        }

        var before = _text.Tokens[i - 1];
        if (IsNamed(i))
        {
            return true;
        }

        if (_text.Tokens[i].Before == TokenBreak.Mark)
        {
            return (IsGreeting(i - 1) || before.Is(WordClass.PersonNoun)) && _text.Text.AsSpan(before.FullEnd, _text.Tokens[i].Start - before.FullEnd) is "," or ", ";
        }

        return IsGreeting(i - 1) || (before.Is(WordClass.PersonNoun) && !before.IsPossessive);
    }

    /// <summary>"named X", "called X", "my name is X", "I am X", "I'm X".</summary>
    private bool IsNamed(int i) =>
        i > 0 && _text.Tokens[i].Before <= TokenBreak.Mark &&
        (_text.IsWord(i - 1, "named") || _text.IsWord(i - 1, "called") || (_text.IsWord(i - 1, "is") && _text.IsWord(i - 2, "name")) ||
        (_text.Tokens[i].Is(NameClasses) && ((_text.IsWord(i - 1, "am") && _text.IsWord(i - 2, "I")) || _text.IsWord(i - 1, "I'm") || _text.IsWord(i - 1, "I’m"))));

    private bool IsGreeting(int i) =>
        _text.IsWord(i, "hi") || _text.IsWord(i, "hello") || _text.IsWord(i, "dear") || _text.IsWord(i, "hey") || _text.IsWord(i, "thanks") || _text.IsWord(i, "cheers") ||
        _text.IsWord(i, "sorry") || _text.IsWord(i, "regards") || _text.IsWord(i, "sincerely") || _text.IsWord(i, "faithfully") || _text.IsWord(i, "wishes") ||
        (_text.IsWord(i, "you") && _text.IsWord(i - 1, "thank"));

    /// <summary>"Andrea, I do not agree": a name at the beginning of a sentence, then a comma.</summary>
    private bool IsVocative(int i) =>
        _text.Tokens[i].OpensSentence && !_text.Tokens[i].IsPossessive && _text.Tokens[i].End < _text.Text.Length && _text.Text[_text.Tokens[i].End] == ',' &&
        i + 1 < _text.Tokens.Length && !_text.Tokens[i + 1].Is(WordClass.Weekday | WordClass.Month) && !_text.Tokens[i + 1].IsCapital == !_text.IsWord(i + 1, "I");

    private bool IsFollowedByVerb(int i) => i + 1 < _text.Tokens.Length && _text.Tokens[i + 1].Before <= TokenBreak.Blank && _text.Tokens[i + 1].Is(WordClass.PersonVerb) && !_text.Tokens[i + 1].IsCapital;

    /// <summary>Names already hidden in an old text: "Xxxxxxx".</summary>
    private bool IsMask(int i) => _text.WordAt(i).IndexOfAnyExcept('x', 'X') < 0;

    /// <summary>Takes off what makes a name public or a thing.</summary>
    private PersonName Weigh(PersonName name)
    {
        if (name.After < _text.Tokens.Length && _text.Tokens[name.After].Is(WordClass.NamedThing) && Joins(name.After) && (_text.Tokens[name.After].IsCapital || name.After - name.First == 1))
        {
            return name with { Score = Math.Min(name.Score, name.After - name.First == 1 ? 0.2 : 0.4), Why = "A name that belongs to a report, a law, a place or a firm." };
        }

        if (name.Title == name.First && IsCited(name))
        {
            return name with { Score = Math.Min(name.Score, 0.3), Why = "A name that is cited with a year." };
        }

        return HoldsPublicOffice(name) ? name with { Score = Math.Min(name.Score, 0.4), Why = "A name beside a public office." } : name;
    }

    /// <summary>"(Oxlip, 2006)", "Oxlip and Quillon (2010)", "Oxlip et al.": how papers name their authors, by surname.</summary>
    private bool IsCited(PersonName name)
    {
        if (name.After - name.First > 1 && !_text.Tokens[name.First].IsInitial)
        {
            return false;
        }

        var next = name.After;
        if (_text.IsWord(next, "et") && _text.IsWord(next + 1, "al"))
        {
            return true;
        }

        next = _text.IsWord(next, "and") || (next < _text.Tokens.Length && _text.Tokens[next].IsCapital && _text.Tokens[next].Before == TokenBreak.Mark) ? next + (_text.IsWord(next, "and") ? 2 : 1) : next;
        return next < _text.Tokens.Length && _text.Tokens[next].IsNumber && _text.Tokens[next].Length == 4 && _text.Tokens[next].Before == TokenBreak.Mark && _text.WordAt(next)[..2] is "19" or "20";
    }

    /// <summary>"Communities Minister X", "the justice secretary X", "X MP", "X, the prisons minister".</summary>
    private bool HoldsPublicOffice(PersonName name)
    {
        if (name.Title > 0 && _text.Tokens[name.Title].Before <= TokenBreak.Mark)
        {
            var before = name.Title - 1;
            if (IsMinisterial(before) && _text.Tokens[name.Title].Before <= TokenBreak.Blank)
            {
                return true;
            }
        }

        var last = Math.Min(_text.Tokens.Length, name.After + 6);
        for (var i = name.After; i < last && _text.Tokens[i].Before < TokenBreak.Sentence; i++)
        {
            if (i == name.After && _text.Tokens[i].IsAllCapitals && (_text.IsWord(i, "MP") || _text.IsWord(i, "MEP") || _text.IsWord(i, "MSP") || _text.IsWord(i, "QC") || _text.IsWord(i, "KC")))
            {
                return true;
            }

            if (_text.Tokens[name.After].Before == TokenBreak.Mark && IsMinisterial(i))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMinisterial(int i)
    {
        var token = _text.Tokens[i];
        if (!token.Is(WordClass.PublicOffice))
        {
            return false;
        }

        if (_text.IsWord(i, "secretary"))
        {
            return _text.IsWord(i - 1, "justice") || _text.IsWord(i - 1, "home") || _text.IsWord(i - 1, "prisons") || _text.IsWord(i - 1, "foreign") || _text.IsWord(i - 1, "health") ||
                _text.IsWord(i - 1, "education") || _text.IsWord(i - 1, "cabinet") || _text.IsWord(i - 1, "permanent") || _text.IsWord(i - 1, "shadow") || _text.IsWord(i - 1, "defence");
        }

        return !(_text.IsWord(i, "inspector") || _text.IsWord(i, "commissioner") || _text.IsWord(i, "speaker") || _text.IsWord(i, "whip") || _text.IsWord(i, "peer") || _text.IsWord(i, "president")) ||
            (_text.IsWord(i, "inspector") && _text.IsWord(i - 1, "chief")) || (_text.IsWord(i, "commissioner") && _text.IsWord(i - 1, "crime")) ||
            (_text.IsWord(i, "president") && token.IsCapital);
    }

    /// <summary>Courts, prisons, firms and places that were found before: their words are no people, unless the words beside them say so.</summary>
    private void Fence(FoundList found)
    {
        var ranges = new List<TextRange>();
        foreach (var item in found.Items)
        {
            if (!item.IsNearMiss && item.Kind is FindingKind.Office or FindingKind.Organisation or FindingKind.Address or FindingKind.Email)
            {
                ranges.Add(item.Range);
            }
        }

        ranges.Sort((left, right) => left.Start.CompareTo(right.Start));
        var next = 0;
        for (var i = 0; i < _fenced.Length && next < ranges.Count; i++)
        {
            while (next < ranges.Count && ranges[next].End <= _text.Tokens[i].Start)
            {
                next++;
            }

            _fenced[i] |= next < ranges.Count && ranges[next].Start <= _text.Tokens[i].Start;
        }
    }
}
