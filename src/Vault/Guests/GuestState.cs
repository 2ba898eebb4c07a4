namespace Blog.Vault.Guests;

/// <summary>How far a guest's text came.</summary>
public enum GuestState
{
    /// <summary>It is being amended.</summary>
    Amending,

    /// <summary>Its writer was asked, and has not answered.</summary>
    Asked,

    /// <summary>Its writer agreed to the text as it is.</summary>
    Agreed,

    /// <summary>It stands among the published texts, or will from its day on.</summary>
    Published,

    /// <summary>Its writer withdrew it, or it was given up.</summary>
    Withdrawn,
}
