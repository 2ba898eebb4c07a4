namespace Blog.Text;

/// <summary>What a redaction mark hides.</summary>
public enum RedactionKind
{
    /// <summary>Anything that is not named to readers, unknown labels included: the strictest, and so the default.</summary>
    Other,

    /// <summary>A person, or a role that stands for one ("Officer A").</summary>
    Person,

    /// <summary>A place, area or building.</summary>
    Place,

    /// <summary>An employer, team or other body.</summary>
    Organisation,

    /// <summary>A date, time or span of time.</summary>
    Date,

    /// <summary>A number of any kind: case, telephone, amount, age.</summary>
    Number,
}
