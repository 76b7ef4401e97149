using StaticSite.Diagnostics;

namespace StaticSite.Templating;

/// <summary>Every finding that parsing or rendering a template can report.</summary>
public static class TemplateRules
{
    /// <summary>The template cannot be read at this place.</summary>
    public static readonly Rule Syntax = new("template/syntax", Severity.Error);

    /// <summary>No variable of this name, in strict mode.</summary>
    public static readonly Rule UnknownVariable = new("template/unknown-variable", Severity.Error);

    /// <summary>The value has no member of this name, in strict mode.</summary>
    public static readonly Rule UnknownMember = new("template/unknown-member", Severity.Error);

    /// <summary>What is called is no function.</summary>
    public static readonly Rule UnknownFunction = new("template/unknown-function", Severity.Error);

    /// <summary>A member or element of null.</summary>
    public static readonly Rule NullMember = new("template/null-member", Severity.Error);

    /// <summary>No template of the name that is included.</summary>
    public static readonly Rule MissingInclude = new("template/missing-include", Severity.Error);

    /// <summary>Too few or too many arguments, or one that the function cannot take.</summary>
    public static readonly Rule WrongArgument = new("template/wrong-argument", Severity.Error);

    /// <summary>The operator is not defined for these values.</summary>
    public static readonly Rule WrongOperand = new("template/wrong-operand", Severity.Error);

    /// <summary>Assignment to what cannot be changed: a readonly variable, a built-in, a value of the model.</summary>
    public static readonly Rule ReadOnly = new("template/read-only", Severity.Error);

    /// <summary>A limit of <see cref="Limits"/>, or of nesting in the source, is exceeded.</summary>
    public static readonly Rule Limit = new("template/limit", Severity.Error);
}
