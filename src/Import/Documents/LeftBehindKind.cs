namespace Blog.Import.Documents;

/// <summary>The kinds of facts about a document that are not its text.</summary>
public enum LeftBehindKind
{
    /// <summary>Who wrote, changed, commented or printed it.</summary>
    Person,

    /// <summary>Company, manager, department.</summary>
    Organisation,

    /// <summary>When it was made, changed, printed or sent, and for how long.</summary>
    Time,

    /// <summary>A title, subject, keyword or description in the properties.</summary>
    Description,

    /// <summary>The program that wrote it, its template, its printer.</summary>
    Program,

    /// <summary>Ids of revisions, documents and messages that join this copy with others.</summary>
    Identifier,

    /// <summary>An address or place on a machine or network: paths, servers, IP addresses.</summary>
    Path,

    /// <summary>A property somebody added, and variables and data bound to the document.</summary>
    CustomProperty,

    /// <summary>A header of a mail.</summary>
    MailHeader,

    /// <summary>Where a picture was taken.</summary>
    PicturePlace,

    /// <summary>Anything else a picture tells beside its pixels: camera, serial number, owner, time.</summary>
    PictureDetail,

    /// <summary>A small picture of the first page, or of another picture.</summary>
    Thumbnail,

    /// <summary>Language settings of the machine or writer.</summary>
    Language,

    /// <summary>A part that is not read at all.</summary>
    UnreadPart,
}
