namespace Blog.Import.Documents;

/// <summary>Counts how deep mails lie in mails and how many parts and attachments they have, over a whole document.</summary>
internal sealed class MailDepth
{
    private const int MostDocuments = 40; // attachments that are read: each may unpack to the limit

    private readonly DocumentLimits _limits;
    private int _depth;
    private int _parts;
    private int _documents;

    public MailDepth(DocumentLimits limits) => _limits = limits;

    /// <summary>A limit was passed: the whole document is refused, not one attachment.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Goes into a mail.</summary>
    /// <exception cref="DocumentException">It lies too deep.</exception>
    public void Enter()
    {
        if (++_depth > _limits.MaximumMailDepth)
        {
            IsExceeded = true;
            throw new DocumentException(DocumentFault.TooComplex, DocumentMessages.MailTooDeep);
        }
    }

    /// <summary>Comes back out of it.</summary>
    public void Leave() => _depth--;

    /// <summary>Meets a part.</summary>
    /// <exception cref="DocumentException">There are too many.</exception>
    public void CountPart()
    {
        if (++_parts > _limits.MaximumMailParts)
        {
            IsExceeded = true;
            throw new DocumentException(DocumentFault.TooComplex, DocumentMessages.MailTooManyParts);
        }
    }

    /// <summary>Counts an attachment that is to be read; false where there were enough.</summary>
    public bool TryCountDocument() => ++_documents <= MostDocuments;
}
