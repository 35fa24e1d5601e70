using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EGov.Engine.Cases;

/// <summary>A small set of numbers from 0, kept as bits: paths and nodes of a drawing.</summary>
/// <remarks>An immutable set of the base library takes a tree node per number; a drawing of 64 paths fits one word here.</remarks>
[JsonConverter(typeof(NumberSetConverter))]
public readonly record struct NumberSet
{
    private readonly ulong _low;
    private readonly ImmutableArray<ulong> _high;

    private NumberSet(ulong low, ImmutableArray<ulong> high) => (_low, _high) = (low, high);

    /// <summary>True when the number is in.</summary>
    public bool Contains(int number) =>
        number < 64 ? (_low >> number & 1) != 0 : !_high.IsDefault && number / 64 <= _high.Length && (_high[number / 64 - 1] >> number % 64 & 1) != 0;

    /// <summary>A set of these numbers, each from 0.</summary>
    public static NumberSet Of(IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var words = new List<ulong> { 0 };
        foreach (var number in numbers)
        {
            while (words.Count <= number / 64) words.Add(0);
            words[number / 64] |= 1UL << number % 64;
        }

        return new(words[0], words.Count == 1 ? default : [.. words.Skip(1)]);
    }

    /// <summary>This set and these numbers.</summary>
    public NumberSet With(ImmutableArray<int> numbers)
    {
        var set = this;
        foreach (var number in numbers) set = set.Put(number, true);
        return set;
    }

    /// <summary>This set and one number.</summary>
    public NumberSet With(int number) => Put(number, true);

    /// <summary>This set without these numbers.</summary>
    public NumberSet Without(ImmutableArray<int> numbers)
    {
        var set = this;
        foreach (var number in numbers) set = set.Put(number, false);
        return set;
    }

    /// <summary>The numbers, rising.</summary>
    public IEnumerable<int> Numbers()
    {
        for (var word = 0; word <= (_high.IsDefault ? 0 : _high.Length); word++)
            for (var bits = word == 0 ? _low : _high[word - 1]; bits != 0; bits &= bits - 1)
                yield return word * 64 + BitOperations.TrailingZeroCount(bits);
    }

    private NumberSet Put(int number, bool present)
    {
        var bit = 1UL << number % 64;
        if (number < 64) return new(present ? _low | bit : _low & ~bit, _high);
        if (!present && !Contains(number)) return this;
        var high = (_high.IsDefault ? [] : _high).ToBuilder();
        while (high.Count < number / 64) high.Add(0);
        high[number / 64 - 1] = present ? high[number / 64 - 1] | bit : high[number / 64 - 1] & ~bit;
        return new(_low, high.ToImmutable());
    }
}

/// <summary>Writes a set as a rising array.</summary>
public sealed class NumberSetConverter : JsonConverter<NumberSet>
{
    /// <inheritdoc/>
    public override NumberSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var set = default(NumberSet);
        while (reader.Read() && reader.TokenType == JsonTokenType.Number) set = set.With(reader.GetInt32());
        return set;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, NumberSet value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (var number in value.Numbers()) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}

/// <summary>Short immutable lists kept by rising number.</summary>
internal static class NumberedList
{
    public static int IndexOf<T>(this ImmutableArray<T> list, int number, Func<T, int> numberOf)
    {
        var (low, high) = (0, list.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = numberOf(list[middle]);
            if (found == number) return middle;
            if (found < number) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    public static T? FindByNumber<T>(this ImmutableArray<T> list, int number, Func<T, int> numberOf) where T : class =>
        list.IndexOf(number, numberOf) is var place and >= 0 ? list[place] : null;
}
