namespace Blog.Requests;

/// <summary>A letter that is offered.</summary>
/// <param name="Word">Its word in the table.</param>
/// <param name="Reader">To whom it goes.</param>
/// <param name="Title">What it says, in a few words.</param>
public sealed record RequestLetter(string Word, LetterReader Reader, string Title);
