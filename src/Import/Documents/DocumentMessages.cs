namespace Blog.Import.Documents;

/// <summary>The messages that more than one reader of documents gives, in the four parts of STYLE.md.</summary>
internal static class DocumentMessages
{
    public const string Ask = "Ask the writer for the text as .docx, .odt or .txt, or copy the text and give it on standard input.";

    public const string TextTooLong =
        "The text is longer than what is read here, the whole document: such a file is not one text of a guest, or it was made to fill the memory. Nothing was kept. " + Ask;

    public const string MailTooDeep =
        "Mails are nested in mails deeper than what is read, in the attachments: that many layers are no correspondence. Nothing was kept. Open the innermost mail and save that one.";

    public const string MailTooManyParts =
        "The mail has more parts than what is read, in its body: no mail program writes that many. Nothing was kept. Save the text or its attachment by itself.";

    public static string Encrypted(string what) =>
        $"{what} is encrypted, the whole of it: without its password nothing in it can be read. Nothing was kept. Ask the writer for a copy without a password, sent in a safe way.";

    public static string Damaged(string what, string where, string why) =>
        $"{what} is damaged, {where}: {why}. Nothing was kept. {Ask}";
}
