namespace Blog.Vault;

/// <summary>A person's word that what the gate would refuse may stand at one place for a time.</summary>
/// <param name="Handle">Its own random name.</param>
/// <param name="Made">When it was given, in UTC.</param>
/// <param name="Actor">Who gave it: a pen name.</param>
/// <param name="Case">The case it is about, as findings name it.</param>
/// <param name="Place">The place as findings name it: a file of the site, with <c>#</c> and a unit where one claims the bytes.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Last day it holds.</param>
public sealed record VaultWaiver(VaultHandle Handle, DateTimeOffset Made, string Actor, string Case, string Place, string Reason, DateOnly Until);
