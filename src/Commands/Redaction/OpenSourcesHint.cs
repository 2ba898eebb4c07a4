namespace Blog.Commands.Redaction;

/// <summary>Says after a decision what follows.</summary>
internal static class OpenSourcesHint
{
    public static void Print() => Console.WriteLine("Nothing on the site has changed yet. Next: dotnet run -- release --dry-run");
}
