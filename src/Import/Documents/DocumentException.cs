namespace Blog.Import.Documents;

/// <summary>
/// A document that cannot be read: nothing of it was kept. The message says what, where, why, and what to do; it holds no word of the
/// document, no file name and no address, since the name of a guest's file often is the guest's.
/// </summary>
public sealed class DocumentException : Exception
{
    /// <summary>A complete message in four parts.</summary>
    public DocumentException(DocumentFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>What kind of fault it is.</summary>
    public DocumentFault Fault { get; }
}
