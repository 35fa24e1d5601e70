using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Web.Portal.Apply;
using EGov.Web.Window;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>An application on its way: what has been filled in and uploaded so far.</summary>
internal sealed record Draft
{
    /// <summary>How many documents it may hold.</summary>
    public const int MostDocuments = 30;

    /// <summary>The field that asks where it is filed; kept among the choices.</summary>
    public const string PlaceField = Choice + Place;

    /// <summary>The field for the e-mail address, kept among the choices like the place; it belongs to no schema.</summary>
    public const string EmailField = Choice + Mail;

    private const string Choice = "choices.";
    private const string Mail = "email";
    private const string Place = "place";

    /// <summary>What is applied for.</summary>
    public required string Item { get; init; }

    /// <summary>The one click that will hand it in, however often it is sent.</summary>
    public required string Click { get; init; }

    /// <summary>What was answered, by the names of the schema.</summary>
    public JsonObject Form { get; init; } = [];

    /// <summary>What was chosen for the process.</summary>
    public JsonObject Choices { get; init; } = [];

    public ImmutableArray<DraftDocument> Documents { get; init; } = [];

    /// <summary>What a window adds; null when the applicant applies himself.</summary>
    public IntakeSheet? Intake { get; init; }

    /// <summary>Steps that were passed, as far as the applicant has come.</summary>
    public int Passed { get; init; }

    /// <summary>The answer to a field, or null.</summary>
    [IndexerName("Answer")]
    public JsonNode? this[string field]
    {
        get => field.StartsWith(Choice, StringComparison.Ordinal) ? Choices[field[Choice.Length..]] : Form[field];
        set
        {
            var (answers, name) = field.StartsWith(Choice, StringComparison.Ordinal) ? (Choices, field[Choice.Length..]) : (Form, field);
            if (value is null) answers.Remove(name);
            else answers[name] = value;
        }
    }

    /// <summary>What would be handed in now.</summary>
    public ApplyRequest ToRequest(JsonElement schema)
    {
        var conditions = FormConditions.Of(schema, JsonSerializer.SerializeToElement(Form));
        var asked = new JsonObject(Form.Where(field => conditions.Asks(field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        var choices = Choices.Where(choice => choice.Key is not (Place or Mail)).ToDictionary(choice => choice.Key, choice => JsonSerializer.SerializeToElement(choice.Value));
        return new(JsonSerializer.SerializeToElement(asked), choices, Choices[Place]?.ToString(), Choices[Mail]?.ToString());
    }
}

/// <summary>A document that is to go along.</summary>
/// <param name="Material">Which of the item's materials it is.</param>
/// <param name="Content">SHA-256 of its bytes.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Bytes">How large it is.</param>
internal sealed record DraftDocument(string Material, string Content, string Name, long Bytes);
