namespace Blog.Model;

/// <summary>What becomes of masks written by hand on the old blog ("Xxxxxxxx"), which leak length and capitals.</summary>
public enum LegacyMaskPolicy
{
    /// <summary>They become marks of constant length.</summary>
    Neutral,

    /// <summary>They stay as they are.</summary>
    Keep,
}
