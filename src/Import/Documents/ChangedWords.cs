using System.Text;

namespace Blog.Import.Documents;

/// <summary>Joins the runs of one tracked change, or of one hidden stretch, to one piece: word processors cut them at every change of type.</summary>
internal sealed class ChangedWords
{
    private readonly DocumentFindings _findings;
    private readonly StringBuilder _words = new();
    private (HiddenPieceKind Kind, string? By, bool IsInText) _current;
    private string _where = string.Empty;

    public ChangedWords(DocumentFindings findings) => _findings = findings;

    /// <summary>Adds words; others than the last ones' kind or writer end that piece.</summary>
    public void Add(HiddenPieceKind kind, string? by, bool isInText, string where, string words)
    {
        if (_current != (kind, by, isInText))
        {
            End();
            _current = (kind, by, isInText);
        }

        _where = _words.Length == 0 ? where : _where;
        if (_words.Length < 1_000_000)
        {
            _words.Append(words);
        }
    }

    /// <summary>Ends the piece that is open, if one is.</summary>
    public void End()
    {
        if (_words.Length > 0)
        {
            _findings.Hide(_current.Kind, _where, _words.ToString(), _current.By, _current.IsInText);
            _words.Clear();
        }
    }
}
