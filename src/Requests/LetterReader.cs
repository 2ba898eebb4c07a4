namespace Blog.Requests;

/// <summary>To whom a letter goes.</summary>
public enum LetterReader
{
    /// <summary>Whoever asked for themselves.</summary>
    Requester,

    /// <summary>A court, the police, an employer.</summary>
    Authority,

    /// <summary>Somebody who has a copy: given addresses, never names.</summary>
    ThirdParty,
}
