using System.CommandLine;
using System.Security.Cryptography;
using Blog.Source;

namespace Blog.Commands.GateVerbs;

/// <summary><c>gate seal-key</c>: a fresh key for sealed redactions, on stdout and nowhere else.</summary>
internal static class SealKeyVerb
{
    public static Command Create()
    {
        var command = new Command("seal-key", $"Make a key for release --seal and print it once. Example: export {SealKey.Variable}=\"$(dotnet run -- gate seal-key)\"");
        command.SetAction(_ =>
        {
            using var random = RandomNumberGenerator.Create();
            Console.WriteLine(SealKey.Make(random));
            Console.Error.WriteLine($"Keep it where you keep passwords, and give it to the machine that checks as {SealKey.Variable}. It is not kept here. Whoever has it and the file can test guesses at what was redacted.");
            return ExitCode.Done;
        });
        return command;
    }
}
