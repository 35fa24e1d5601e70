using System.Globalization;
using EGov.Engine.Definitions;

namespace EGov.Web.Http;

/// <summary>Titles of steps (环节名称) in the reader's language.</summary>
internal static class StepTitles
{
    private const string English = "en";

    /// <summary>The title; where the definition gives no English one, the Chinese one stands in.</summary>
    public static string TitleHere(this ActivityNode step) => IsEnglish ? step.TitleInEnglish ?? step.Title : step.Title;

    /// <summary>The language of a title that stands in for one that is missing; null when it is the page's own.</summary>
    public static string? TongueHere(this ActivityNode step) => IsEnglish && step.TitleInEnglish is null ? "zh-CN" : null;

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English;
}
