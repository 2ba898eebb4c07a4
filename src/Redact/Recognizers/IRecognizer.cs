namespace Blog.Redact.Recognizers;

/// <summary>Finds one sort of thing in a text. Holds no state; brings its samples in <c>tests/Redact/Cases</c>, lines that must fire and lines that must not.</summary>
/// <remarks>
/// Linear in the text, whatever it holds: texts are strangers'. A <c>Why</c> is a fixed sentence and never holds a word of the text.
/// The trained tagger is none of these: it reads whole threads (<see cref="Tagging.TextTagger"/>).
/// </remarks>
internal interface IRecognizer
{
    /// <summary>Its name: that of its case file, of its line in lists, and what a finding says of where it comes from.</summary>
    string Name { get; }

    /// <summary>Adds what it finds.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="found">Everything found so far by the recognizers before it, and where to add more.</param>
    void Find(ScannedText text, FoundList found);
}
