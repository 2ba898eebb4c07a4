using System.Globalization;
using System.Text;
using Blog.Model;
using NodaTime;

namespace Blog.Bench.Threads;

/// <summary>Writes the text of one invented comment and notes where its citations and look-alikes stand.</summary>
internal sealed class BodyText(StableRandom random)
{
    private readonly StringBuilder _text = new();
    private readonly List<GeneratedCitation> _citations = [];
    private readonly List<GeneratedLookAlike> _lookAlikes = [];

    public IReadOnlyList<GeneratedCitation> Citations => _citations;

    public IReadOnlyList<GeneratedLookAlike> LookAlikes => _lookAlikes;

    public override string ToString() => _text.ToString();

    /// <summary>Begins a new paragraph; <paramref name="dropped"/> leaves the doubled blank line of a dropped link.</summary>
    public void Paragraph(bool dropped)
    {
        if (_text.Length > 0)
        {
            _text.Append(dropped ? "\n\n\n" : "\n\n");
        }
    }

    /// <summary>Begins a new line within the paragraph.</summary>
    public void Line() => _text.Append('\n');

    public void Sentence()
    {
        Blank();
        var subject = random.Pick(Phrases.Subjects);
        _text.Append(char.ToUpperInvariant(subject[0])).Append(subject, 1, subject.Length - 1);
        _text.Append(random.Chance(4) ? '\u00A0' : ' ').Append(random.Pick(Phrases.Verbs)).Append(' ').Append(random.Pick(Phrases.Objects));
        if (random.Chance(50))
        {
            _text.Append(random.Chance(30) ? ", " : " ").Append(random.Pick(Phrases.Endings));
        }

        _text.Append(random.Chance(8) ? "!" : random.Chance(8) ? "..." : ".");
    }

    public void Write(string words)
    {
        Blank();
        _text.Append(words);
    }

    /// <summary>A list typed in the comment: tight, or with blank lines between its items.</summary>
    public void List(int items, bool loose)
    {
        var sentences = random.Chance(30);
        for (var i = 1; i <= items; i++)
        {
            _text.Append(loose ? "\n\n" : "\n");
            _text.Append(CultureInfo.InvariantCulture, $"{i}. ");
            if (sentences)
            {
                Sentence();
            }
            else
            {
                _text.Append(random.Pick(Phrases.ListItems));
            }
        }
    }

    /// <summary>One citation; <see cref="CitationForm.MyPointAt"/> takes two targets, the others the first.</summary>
    public void Cite(CitationForm form, IReadOnlyList<Target> targets)
    {
        Blank();
        switch (form)
        {
            case CitationForm.AnonAt:
                _text.Append(random.Chance(50) ? "Anon at " : "Anonymous at ");
                Time(form, targets[0]);
                _text.Append(random.Chance(50) ? " - I am sure it does." : " has said it better than I can.");
                break;
            case CitationForm.Anon:
                _text.Append("Anon ");
                Time(form, targets[0]);
                _text.Append(random.Chance(50) ? " I don't think so." : ", thank you for that.");
                break;
            case CitationForm.AtSign:
                _text.Append('@');
                Time(form, targets[0]);
                _text.Append(random.Chance(50) ? " - yes, that is how it was." : " you must be joking.");
                break;
            case CitationForm.Opens:
                Time(form, targets[0]);
                _text.Append(". That is really worrying.");
                break;
            case CitationForm.By:
                _text.Append(random.Chance(50) ? "All the evidence supports the analysis by " : "Well said by ");
                Time(form, targets[0]);
                _text.Append(" and there is little to add.");
                break;
            case CitationForm.MyPointAt:
                _text.Append("At the risk of repeating myself, my point at ");
                Time(form, targets[0]);
                if (targets.Count > 1)
                {
                    _text.Append(" and ");
                    Time(form, targets[1]);
                }

                _text.Append(" was about the rota.");
                break;
            case CitationForm.IsRightAt:
                _text.Append(random.Pick(Phrases.Names)).Append(" is right at ");
                Time(form, targets[0]);
                _text.Append(" in reminding us of that.");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form.");
        }
    }

    /// <summary>One look-alike; <paramref name="atLineStart"/> allows those that open a line.</summary>
    public void LookAlike(bool atLineStart)
    {
        if (!atLineStart)
        {
            Blank();
        }

        var hour = random.Between(7, 19);
        var minute = random.Pick((int[])[0, 5, 10, 15, 20, 30, 40, 45, 50]);
        switch (atLineStart ? random.Below(3) : random.Between(3, 11))
        {
            case 0:
                Digits($"{hour}:{minute:D2}", $" - I {random.Pick(Phrases.Verbs)} {random.Pick(Phrases.Objects)}.");
                break;
            case 1:
                Digits($"{hour % 12 + 1}:{minute:D2}", "pm - back on the quay.");
                break;
            case 2:
                Digits($"{random.Between(2, 9)}.{random.Between(1, 9)}", " Resignation Rates");
                break;
            case 3:
                _text.Append("The station lost ");
                Digits($"{random.Between(10, 23)}.{random.Between(1, 9)}", " working days to fog.");
                break;
            case 4:
                _text.Append("That is a change of ");
                Digits($"{random.Between(0, 23)}.{random.Between(10, 59)}", "% in one year.");
                break;
            case 5:
                _text.Append("See section ");
                Digits($"{random.Between(1, 23)}.{random.Between(10, 59)}", " of the signal book.");
                break;
            case 6:
                _text.Append("It was decided on ");
                Digits($"{random.Between(1, 28):D2}.{random.Between(1, 12):D2}", $".{random.Between(2001, 2019)} and never since.");
                break;
            case 7:
                _text.Append("A day ticket is £");
                Digits($"{random.Between(1, 23)}.{random.Between(10, 59)}", " now.");
                break;
            case 8:
                _text.Append("I took the ");
                Digits($"{hour}:{minute:D2}", " ferry home.");
                break;
            case 9:
                _text.Append("The split is ");
                Digits($"{random.Between(1, 23)}:{random.Between(10, 50)}", " in favour of the owners.");
                break;
            case 10:
                _text.Append("We open from ");
                Digits($"{hour}.{minute:D2}", " until dark.");
                break;
            default:
                _text.Append("Unit price ");
                Digits($"{random.Between(1, 23)}.{random.Between(10, 59)}", "p per gallon of oil.");
                break;
        }
    }

    private void Digits(FormattableString digits, string after)
    {
        var text = digits.ToString(CultureInfo.InvariantCulture);
        _lookAlikes.Add(new GeneratedLookAlike(text, _text.Length));
        _text.Append(text).Append(after);
    }

    private void Time(CitationForm form, Target target)
    {
        var separator = random.Chance(50) ? ':' : '.';
        var hour = target.Time.Hour < 10 && random.Chance(25) ? "D1" : "D2";
        var text = target.Time.Hour.ToString(hour, CultureInfo.InvariantCulture) + separator + target.Time.Minute.ToString("D2", CultureInfo.InvariantCulture);
        _citations.Add(new GeneratedCitation(form, text, _text.Length, target.Time, target.Meant, target.Cited));
        _text.Append(text);
    }

    private void Blank()
    {
        if (_text.Length > 0 && _text[^1] is not ('\n' or ' '))
        {
            _text.Append(' ');
        }
    }

    /// <summary>What a citation can mean.</summary>
    internal sealed record Target(LocalTime Time, CommentNumber? Meant, IReadOnlyList<CommentNumber> Cited);
}
