using Blog.Model;

namespace Blog.Source;

/// <summary>Puts abbreviations into <c>input/glossary.yml</c> and takes them out again, for the editor who confirms them.</summary>
public static class GlossaryBook
{
    /// <summary>Confirms an abbreviation; one that is there already is replaced.</summary>
    /// <param name="folder">The blog's folder.</param>
    /// <param name="term">The abbreviation.</param>
    /// <param name="entry">What it stands for, and when it was in use.</param>
    /// <exception cref="SourceException">A time, the term or the file cannot be read. Nothing is written.</exception>
    public static void Put(BlogFolder folder, string term, GlossaryEntry entry) =>
        Write(folder, new Dictionary<string, GlossaryEntry>(new BlogReader(folder).ReadGlossary(), StringComparer.Ordinal) { [term] = entry });

    /// <summary>Takes an abbreviation out of the file.</summary>
    /// <param name="folder">The blog's folder.</param>
    /// <param name="term">The abbreviation.</param>
    /// <returns>Whether it was there; one of <c>site.yml</c> is not.</returns>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static bool Remove(BlogFolder folder, string term)
    {
        var entries = new Dictionary<string, GlossaryEntry>(new BlogReader(folder).ReadGlossary(), StringComparer.Ordinal);
        var isThere = entries.Remove(term);
        if (isThere)
        {
            Write(folder, entries);
        }

        return isThere;
    }

    private static void Write(BlogFolder folder, IReadOnlyDictionary<string, GlossaryEntry> entries)
    {
        var bytes = GlossaryFile.Write(entries);
        GlossaryFile.Read(bytes, GlossaryFile.FileName); // a wrong time or term is refused before anything is written
        DurableFile.Write(folder.InputFile(GlossaryFile.FileName), bytes);
    }
}
