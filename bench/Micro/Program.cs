using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Blog.Micro;

// dotnet run -c Release --project bench/Micro [-- --filter "*Markdown*"]
// In this process: a benchmark in a process of its own would build the whole program once more for each class. Short: three rounds, for a machine that is shared;
// the error column says how far they lie apart.
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(new SpeedColumn())
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "subrosa-micro"));
BenchmarkSwitcher.FromTypes([typeof(HotParts)]).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
return 0;
