namespace Blog.Redact;

/// <summary>What happens to a finding on which nobody has decided yet.</summary>
public enum FindingTreatment
{
    /// <summary>It is only listed: a single fact of its kind identifies nobody by itself.</summary>
    List,

    /// <summary>It is masked at release, listed, and can be undone: contacts, numbers, addresses.</summary>
    Mask,

    /// <summary>The whole text is held until a person has decided: names of private persons, victims, children, offences with a person, health.</summary>
    Hold,
}
