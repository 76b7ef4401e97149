using System.Globalization;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>A figure in words of a language.</summary>
public static class FigureForm
{
    /// <summary>"1 704" in Chinese, "1,704" in English, as the documents print them; the blank does not break.</summary>
    public static string Number(decimal value, string language)
    {
        var number = value.ToString("#,0.############", CultureInfo.InvariantCulture);
        return language == "zh" ? number.Replace(',', '\u00A0') : number;
    }

    /// <summary>"约95%", "about 95 per cent"; "超过4 600人", "over 4,600 persons"; "1 year", "3 years".</summary>
    public static string Of(Site site, Indicator figure, string language)
    {
        var number = Number(figure.Value, language);
        var counted = figure.Unit == IndicatorUnit.Count
            ? site.Words(figure.Counts, language) is { Tag: null } counts ? number + (language == "zh" ? "" : " ") + counts.Text : number
            : site.Say(language, UnitKey(figure)).Replace("{n}", number, StringComparison.Ordinal);
        return figure.Qualifier is not { } qualifier ? counted
            : site.Say(language, "qualifier_" + Key(qualifier)).Replace("{n}", counted, StringComparison.Ordinal);
    }

    /// <summary>The word of the records for a unit.</summary>
    public static string Code(IndicatorUnit unit) => unit switch
    {
        IndicatorUnit.Percent => "percent",
        IndicatorUnit.Count => "count",
        IndicatorUnit.Usd => "usd",
        IndicatorUnit.Days => "days",
        IndicatorUnit.Weeks => "weeks",
        IndicatorUnit.Months => "months",
        _ => "years",
    };

    /// <summary>The word of the records for a qualifier: "at-least".</summary>
    public static string Code(FigureQualifier qualifier) => Key(qualifier).Replace('_', '-');

    private static string UnitKey(Indicator figure)
    {
        var unit = Code(figure.Unit);
        return figure.Value == 1 && unit is not ("percent" or "usd") ? $"unit_one_{unit}" : $"unit_{unit}";
    }

    private static string Key(FigureQualifier qualifier) => qualifier switch
    {
        FigureQualifier.About => "about",
        FigureQualifier.Over => "over",
        FigureQualifier.AtLeast => "at_least",
        FigureQualifier.AtMost => "at_most",
        FigureQualifier.Under => "under",
        _ => "nearly",
    };
}
