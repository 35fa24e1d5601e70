using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EGov.Engine;

/// <summary>An id that travels and is stored as a plain string.</summary>
public interface ITextId<TSelf> where TSelf : struct, ITextId<TSelf>
{
    /// <summary>The stored form.</summary>
    string Value { get; }

    /// <summary>Wraps a stored form; the text is not judged here.</summary>
    static abstract TSelf Of(string value);
}

/// <summary>A case (办件): its number, at most 50 characters by GB/T 39046.</summary>
[JsonConverter(typeof(TextIdConverter<CaseId>))]
public readonly record struct CaseId(string Value) : ITextId<CaseId>
{
    /// <inheritdoc/>
    public static CaseId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One click, one order: made once by whoever asks, so that a repeat is recognised.</summary>
[JsonConverter(typeof(TextIdConverter<CommandId>))]
public readonly record struct CommandId(string Value) : ITextId<CommandId>
{
    /// <inheritdoc/>
    public static CommandId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A person who acts in the system: an officer, an applicant or the system itself.</summary>
[JsonConverter(typeof(TextIdConverter<UserId>))]
public readonly record struct UserId(string Value) : ITextId<UserId>
{
    /// <summary>The clock and the outbox act under this id.</summary>
    public static readonly UserId System = new("system");

    /// <inheritdoc/>
    public static UserId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A party (办理主体): a unit and a role in it, as the definition names it.</summary>
[JsonConverter(typeof(TextIdConverter<PartyId>))]
public readonly record struct PartyId(string Value) : ITextId<PartyId>
{
    /// <summary>The applicant (申请人) of the case.</summary>
    public static readonly PartyId Applicant = new("applicant");

    /// <summary>True for the seat of a real unit that depends on the place of filing.</summary>
    public bool IsOfPlace => Value.Contains('@', StringComparison.Ordinal);

    /// <summary>The seat (席位) of a party at a real unit: <c>window@yanan-street</c>.</summary>
    public static PartyId At(PartyId party, string unit) => new($"{party.Value}@{unit}");

    /// <inheritdoc/>
    public static PartyId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>An administrative item (事项), named by its definition id.</summary>
[JsonConverter(typeof(TextIdConverter<ItemId>))]
public readonly record struct ItemId(string Value) : ITextId<ItemId>
{
    /// <inheritdoc/>
    public static ItemId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A box on the drawing, unique within one definition.</summary>
[JsonConverter(typeof(TextIdConverter<ActivityId>))]
public readonly record struct ActivityId(string Value) : ITextId<ActivityId>
{
    /// <inheritdoc/>
    public static ActivityId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A clock (时限) of a case: <c>statutory</c>, <c>promised</c>, <c>acceptance</c>, <c>delivery</c>, or one named by an activity.</summary>
/// <remarks>
/// A clock that belongs to one run of one box carries the run's number in its name: <c>step-N</c> for the limit of a step, <c>consult-N</c> for the time a
/// consulted body has. A run has its number once in a case, so such a clock is never started twice. Journals hold these names: they do not change.
/// </remarks>
[JsonConverter(typeof(TextIdConverter<ClockId>))]
public readonly record struct ClockId(string Value) : ITextId<ClockId>
{
    /// <summary>The limit of the law (法定办结时限).</summary>
    public static readonly ClockId Statutory = new("statutory");

    /// <summary>The limit the office promised (承诺办结时限).</summary>
    public static readonly ClockId Promised = new("promised");

    /// <summary>The days to issue and deliver a licence after the decision (送达时限, 行政许可法 art. 44).</summary>
    public static readonly ClockId Delivery = new("delivery");

    private const string StepPrefix = "step-";
    private const string ConsultationPrefix = "consult-";

    /// <summary>True for the limit of a step (环节时限).</summary>
    public bool IsOfStep => Value.StartsWith(StepPrefix, StringComparison.Ordinal);

    /// <summary>True for the time to answer a consultation (答复期限).</summary>
    public bool IsOfConsultation => Value.StartsWith(ConsultationPrefix, StringComparison.Ordinal);

    /// <summary>True for a clock of a single run of a box, which is never started twice.</summary>
    public bool IsOfOneRun => IsOfStep || IsOfConsultation;

    /// <summary>The limit of a step (环节时限).</summary>
    /// <param name="run">The number of the box's run in its case, 1 or more.</param>
    public static ClockId OfStep(int run) => new(string.Create(CultureInfo.InvariantCulture, $"{StepPrefix}{run}"));

    /// <summary>The time a consulted body has to answer (答复期限).</summary>
    /// <param name="run">The number of the box's run in its case, 1 or more.</param>
    public static ClockId OfConsultation(int run) => new(string.Create(CultureInfo.InvariantCulture, $"{ConsultationPrefix}{run}"));

    /// <inheritdoc/>
    public static ClockId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The SHA-256 of a text kept outside the journal, in lower-case hexadecimal.</summary>
/// <remarks>Opinions and reasons may name people; the journal holds only this commitment, and the text can be erased by law.</remarks>
[JsonConverter(typeof(TextIdConverter<TextHash>))]
public readonly record struct TextHash(string Value) : ITextId<TextHash>
{
    /// <inheritdoc/>
    public static TextHash Of(string value) => new(value);

    /// <summary>The commitment to <paramref name="text"/> in UTF-8.</summary>
    public static TextHash Commit(string text) =>
        new(Convert.ToHexStringLower(global::System.Security.Cryptography.SHA256.HashData(global::System.Text.Encoding.UTF8.GetBytes(text))));

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Reads and writes every id as a plain string.</summary>
public sealed class TextIdConverter<TId> : JsonConverter<TId> where TId : struct, ITextId<TId>
{
    /// <inheritdoc/>
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.Of(reader.GetString() ?? throw new JsonException("An id is a string."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
