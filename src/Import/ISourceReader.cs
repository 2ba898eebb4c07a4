namespace Blog.Import;

/// <summary>Reads the sources of one kind. One class a format, listed in <see cref="SourceReaders"/>.</summary>
internal interface ISourceReader
{
    /// <summary>
    /// The entries in the order of the source, after exactly one <see cref="ImportedSource"/>; read while they are enumerated, so that memory
    /// does not follow the size of the archive.
    /// </summary>
    /// <param name="input">The files.</param>
    /// <param name="tally">Filled while reading with what the source holds, counted apart from what is handed out.</param>
    /// <exception cref="ImportException">The source cannot be read at all; thrown before the first entry.</exception>
    IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally);
}
