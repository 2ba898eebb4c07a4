namespace Blog.Pages;

/// <summary>Writes what the home page says about the blog (schema.org Blog).</summary>
internal static class BlogStructuredData
{
    public static JsonLd Write(PageContext context) => JsonLdOutput.Write(context, static (json, context) =>
    {
        json.WriteString(StructuredDataTerms.Type, StructuredDataTerms.BlogKind);
        json.WriteString(StructuredDataTerms.Id, context.Address.Absolute(Content.SiteAddresses.Home));
        json.WriteString(StructuredDataTerms.Url, context.Address.Absolute(Content.SiteAddresses.Home));
        json.WriteString(StructuredDataTerms.Name, context.Site.Title.Plain);
        if (context.Settings.Description is { } description)
        {
            json.WriteString(StructuredDataTerms.Description, description);
        }

        json.WriteString(StructuredDataTerms.InLanguage, context.Settings.Language);
    });
}
