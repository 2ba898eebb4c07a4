namespace Blog.Site.Hosting;

/// <summary>One header that a host sends.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value: printable ASCII without <c>"</c> and <c>\</c>, so that no form of configuration has to escape it.</param>
public sealed record HostHeader(string Name, string Value);
