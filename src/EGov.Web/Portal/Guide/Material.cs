using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Runtime.Catalog;

namespace EGov.Web.Portal.Guide;

/// <summary>How a material comes to the office.</summary>
public enum MaterialSource
{
    /// <summary>It is the form that is filled in online.</summary>
    Form,

    /// <summary>The office has it or gets it from the body that keeps it: nothing to hand in.</summary>
    Shared,

    /// <summary>The applicant uploads it or brings it.</summary>
    Upload,
}

/// <summary>A material an item asks for.</summary>
/// <param name="Code">Names it on the file.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Source">How it comes.</param>
/// <param name="IsRequired">False for what is needed in some cases only.</param>
/// <param name="IsReusable">Given once, never asked again.</param>
/// <param name="IsDeferrable">容缺: may follow after acceptance.</param>
/// <param name="Copies">How many.</param>
public sealed record Material(string Code, string Name, MaterialSource Source, bool IsRequired, bool IsReusable, bool IsDeferrable, int Copies)
{
    internal static ImmutableArray<Material> Of(Item item) => [.. ItemGuide.List(item.Facts, "materials").Select(Read)];

    /// <summary>What the applicant may hand in himself.</summary>
    internal static IEnumerable<Material> ToUpload(Item item) => Of(item).Where(material => material.Source == MaterialSource.Upload);

    private static Material Read(JsonElement fact) => new(
        fact.GetProperty("code").GetString()!, Item.Localized(fact.GetProperty("name"), CultureInfo.CurrentUICulture.Name) ?? "",
        fact.TryGetProperty("form", out var form) ? form.GetString() switch { "online-form" => MaterialSource.Form, "shared-data" => MaterialSource.Shared, _ => MaterialSource.Upload } : MaterialSource.Upload,
        Is(fact, "required"), Is(fact, "reusable"), Is(fact, "deferrable"), fact.TryGetProperty("number", out var copies) ? copies.GetInt32() : 1);

    private static bool Is(JsonElement fact, string name) => fact.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
