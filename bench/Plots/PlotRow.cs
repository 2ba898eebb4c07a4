namespace Blog.Bench.Plots;

/// <summary>One row that <c>bench/peers.py --json</c> kept: a way to build one size of the archive.</summary>
/// <param name="Size">Name of the size.</param>
/// <param name="Comments">Comments in it.</param>
/// <param name="Build">What was built.</param>
/// <param name="Cpu">CPU seconds of each round.</param>
/// <param name="PeakMiB">Largest memory of each round.</param>
internal sealed record PlotRow(string Size, int Comments, string Build, IReadOnlyList<double> Cpu, IReadOnlyList<double> PeakMiB);
