namespace Blog.Site.Scripts;

/// <summary>A piece of a script.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Line">The line it begins in, from 1.</param>
internal sealed record ScriptToken(ScriptTokenKind Kind, string Text, int Line)
{
    /// <summary>Whether it is neither blank, line end nor comment.</summary>
    public bool IsCode => Kind is not (ScriptTokenKind.Blank or ScriptTokenKind.LineEnd or ScriptTokenKind.Comment);

    /// <summary>Whether it is this name or keyword.</summary>
    public bool IsWord(string word) => Kind == ScriptTokenKind.Word && Text == word;

    /// <summary>Whether it is this character of an operator or bracket.</summary>
    public bool IsPunctuator(char character) => Kind == ScriptTokenKind.Punctuator && Text[0] == character;
}
