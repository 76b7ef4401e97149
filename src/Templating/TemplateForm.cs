namespace StaticSite.Templating;

/// <summary>What a template file holds.</summary>
public enum TemplateForm
{
    /// <summary>Text with code in it.</summary>
    Content,

    /// <summary>Lines of code between two lines `+++`, then the content from the line behind them on. The variables that the code sets are known in the content.</summary>
    FrontMatterAndContent,
}
