namespace Blog.Requests;

/// <summary>A step of a checklist.</summary>
/// <param name="Word">Its word in the table.</param>
/// <param name="Words">What a person does.</param>
public sealed record RequestStep(string Word, string Words);
