using Blog.Text;

namespace Blog.Redact.Facts;

/// <summary>
/// Places and what holds them, as paths from the part of the world down: <c>europe/united kingdom/england/north west/cheshire/chester</c>.
/// Tables of our own: the United Kingdom to its towns, other countries to their larger cities.
/// </summary>
internal sealed class PlaceTable
{
    private const string Kingdom = "europe/united kingdom/";
    private static readonly string[] Nations = ["england", "scotland", "wales", "northern ireland"];
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly List<(string Phrase, string Path, bool IsPeople)> _phrases = [];

    public PlaceTable()
    {
        foreach (var cells in FactTable.Read("Lexicon.uk-places"))
        {
            var region = Kingdom + cells[0];
            var slash = cells[0].LastIndexOf('/');
            Add(Capitals(cells[0][(slash + 1)..]), region);
            var county = $"{region}/{cells[1]}";
            Add(cells[1], county);
            foreach (var town in FactTable.Parts(cells[2]))
            {
                AddTown(town, county);
            }
        }

        foreach (var cells in FactTable.Read("Lexicon.countries"))
        {
            var names = FactTable.Parts(cells[1]);
            var first = names[0].TrimStart('!').ToLowerInvariant();
            var country = Nations.Contains(first) ? Kingdom + first : $"{cells[0]}/{first}";
            foreach (var name in names)
            {
                Add(name, country);
            }

            foreach (var people in FactTable.Parts(cells[2]))
            {
                _phrases.Add((people, country, true));
            }

            foreach (var city in cells.Length > 3 ? FactTable.Parts(cells[3]) : [])
            {
                AddTown(city, country);
            }
        }
    }

    /// <summary>Phrases for places and for who comes from there, with their paths; one with a capital (or <c>!</c>) counts only with a capital.</summary>
    public IReadOnlyList<(string Phrase, string Path, bool IsPeople)> Phrases => _phrases;

    /// <summary>The path of a place by its name; null where no table has it.</summary>
    public string? PathOf(string name) => _paths.GetValueOrDefault(NameFolding.Fold(name));

    private static string Capitals(string name) => string.Join(' ', name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Towns are known in lower case too ("growing up in stockholm"), but for short names, which are mostly words as well.</summary>
    private void AddTown(string town, string county)
    {
        const int Short = 4;
        var name = town.TrimStart('!');
        var path = $"{county}/{NameFolding.Fold(name)}";
        if (town[0] != '!' && name.Length > Short)
        {
            Add(name.ToLowerInvariant(), path);
        }
        else
        {
            Add("!" + name, path);
        }
    }

    private void Add(string phrase, string path)
    {
        if (_paths.TryAdd(NameFolding.Fold(phrase.TrimStart('!')), path)) // the first of two places with one name: the table's order
        {
            _phrases.Add((phrase, path, false));
        }
    }
}
