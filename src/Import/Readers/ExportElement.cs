using System.Xml.Linq;
using Blog.Import.Xml;

namespace Blog.Import.Readers;

/// <summary>One element of an XML export: a post, a comment, a thread.</summary>
/// <param name="Xml">The element, read; null where it could not be.</param>
/// <param name="Name">Its local name.</param>
/// <param name="Number">Its number in the export, from 1.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Fault">What is wrong with it, as a clause of a sentence; null where nothing is.</param>
/// <param name="Inner">How many of the elements within it that are entries themselves began in it.</param>
internal sealed record ExportElement(XElement? Xml, string Name, long Number, SourcePlace Place, string? Fault, int Inner);
