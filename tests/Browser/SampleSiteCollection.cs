namespace Blog.Tests.Browser;

/// <summary>All browser tests share one built site and one browser.</summary>
[CollectionDefinition(nameof(SampleSiteCollection))]
public sealed class SampleSiteCollection : ICollectionFixture<SampleSite>;
