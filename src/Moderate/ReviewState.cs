namespace Blog.Moderate;

/// <summary>What may become of a text as things stand.</summary>
public enum ReviewState
{
    /// <summary>No direct identifier is left open in it.</summary>
    Ready,

    /// <summary>Contacts, numbers or addresses were masked in it without a person having looked; listed, and can be undone.</summary>
    Masked,

    /// <summary>It waits for a person: a private person's name, a victim, a child, an offence with a person, health.</summary>
    Held,

    /// <summary>A moderator withholds it.</summary>
    Withheld,

    /// <summary>It was posted twice, and the other one stands for both.</summary>
    Merged,
}
