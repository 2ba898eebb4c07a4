namespace Blog.Redact.Facts;

/// <summary>The person a fact is about, as the words show it.</summary>
/// <param name="Person">Which one.</param>
/// <param name="Label">Of <see cref="FactPerson.RelatedTo"/> the relation ("father", "manager"); of <see cref="FactPerson.PostWriter"/> a role by which they are named; otherwise null. Words of the program's own tables, never of the text.</param>
/// <param name="Of">Of <see cref="FactPerson.RelatedTo"/>: whose relative; otherwise null.</param>
public sealed record FactSubject(FactPerson Person, string? Label = null, FactSubject? Of = null)
{
    /// <summary>The one who writes.</summary>
    public static readonly FactSubject Writer = new(FactPerson.Writer);

    /// <summary>The one who is written to.</summary>
    public static readonly FactSubject Addressee = new(FactPerson.Addressee);

    /// <summary>Somebody the words do not tie to anyone.</summary>
    public static readonly FactSubject Other = new(FactPerson.Other);

    /// <summary>In plain words: "the writer", "the father of the writer".</summary>
    public override string ToString() => Words();

    private string Words() => Person switch
    {
        FactPerson.Writer => "the writer",
        FactPerson.Addressee => "the one written to",
        FactPerson.PostWriter => Label is null ? "the post's writer" : $"the post's writer (\"the {Label}\")",
        FactPerson.RelatedTo => $"the {Label} of {Of}",
        FactPerson.Other => "somebody else",
        _ => throw new InvalidOperationException($"The person {Person} has no words."),
    };
}
