namespace StaticSite.Templating.Functions;

/// <summary>Short names for the parameters of built-in functions.</summary>
internal static class Parameters
{
    public static Parameter Any(string name) => new(name, ParameterKind.Any);

    public static Parameter OptionalAny(string name, object? value = null) => new(name, ParameterKind.Any, false, value);

    public static Parameter Words(string name) => new(name, ParameterKind.Text);

    public static Parameter OptionalText(string name, string? value) => new(name, ParameterKind.Text, false, value);

    public static Parameter Integer(string name) => new(name, ParameterKind.Integer);

    public static Parameter OptionalInteger(string name, long value) => new(name, ParameterKind.Integer, false, value);

    public static Parameter Number(string name) => new(name, ParameterKind.Number);

    /// <summary>null when left out.</summary>
    public static Parameter OptionalNumber(string name) => new(name, ParameterKind.Number, false);

    /// <summary>false when left out.</summary>
    public static Parameter Truth(string name) => new(name, ParameterKind.Truth, false, Values.False);

    public static Parameter List(string name) => new(name, ParameterKind.List);

    public static Parameter Callee(string name) => new(name, ParameterKind.Function);

    public static Parameter OptionalCallee(string name) => new(name, ParameterKind.Function, false);

    public static Parameter Rest(string name) => new(name, ParameterKind.Rest);
}
