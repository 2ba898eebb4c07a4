namespace Blog.Commands;

internal static class Program
{
    public static int Main()
    {
        Console.Error.WriteLine("No verbs yet.");
        return 2;
    }
}
