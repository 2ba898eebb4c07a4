namespace Blog.Commands.DeployVerbs;

/// <summary>A deploy of a site on Netlify, as its interface lists it.</summary>
/// <param name="Id">Its name there; also the first part of its own address, at which it stays reachable.</param>
/// <param name="State">What became of it: <c>ready</c>, <c>error</c>, <c>new</c> and others.</param>
/// <param name="Context">What it was for: <c>production</c>, <c>deploy-preview</c>, <c>branch-deploy</c>.</param>
/// <param name="Created">The day on which it was made; null where the interface does not say.</param>
internal sealed record NetlifyDeploy(string Id, string State, string Context, DateOnly? Created);
