namespace Blog.Import.Xml;

/// <summary>What is wrong with an element before any XML reader has seen it.</summary>
internal enum SliceFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Another element of the same name began before it ended.</summary>
    NotClosed,

    /// <summary>The source ended inside it.</summary>
    BreaksOff,

    /// <summary>It is longer than the cap.</summary>
    TooLong,

    /// <summary>Its elements are nested deeper than the cap.</summary>
    TooDeep,

    /// <summary>One of its tags has more attributes than the cap.</summary>
    TooManyAttributes,
}
