using Blog.Vault;

namespace Blog.Moderate.Sharing;

/// <summary>The store's words as they come from another machine: an unknown one is a file that is not whole, not a damaged store.</summary>
internal static class PacketWords
{
    public static DecisionAction Action(string word) => Read(word, VaultWords.Action);

    public static DecisionScope Scope(string word) => Read(word, VaultWords.Scope);

    public static TextField Field(string word) => Read(word, VaultWords.Field);

    /// <summary>Whether a decision is about the place of a comment, and its replacement the name of another one.</summary>
    public static bool IsRepair(DecisionAction action) => action is DecisionAction.SameAs or DecisionAction.Answers;

    private static T Read<T>(string word, Func<string, T> read)
    {
        try
        {
            return read(word);
        }
        catch (VaultException)
        {
            throw PacketSource.NotWhole();
        }
    }
}
