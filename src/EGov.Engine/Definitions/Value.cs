using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EGov.Engine.Definitions;

/// <summary>What a variable, an input or the result of an expression holds: immutable, equal by content, with one JSON form.</summary>
/// <remarks>
/// A value follows JavaScript, with three deliberate differences that make a replay see what the live case saw. A map has its keys in ordinal order,
/// so equal maps read and print the same. A text never holds half a surrogate pair (U+FFFD stands there), so every text can be stored. There is no
/// negative zero and no <c>undefined</c>: the latter is <see cref="Null"/>.
/// </remarks>
[JsonConverter(typeof(ValueConverter))]
public abstract partial record Value
{
    /// <summary>The deepest nesting of lists and maps that is read or made: 64.</summary>
    public const int DeepestNesting = 64;

    /// <summary>No value; JavaScript's <c>null</c> and <c>undefined</c>.</summary>
    public static readonly Value Null = new Nothing();

    /// <summary>The truth value true.</summary>
    public static readonly Value True = new Bool(true);

    /// <summary>The truth value false.</summary>
    public static readonly Value False = new Bool(false);

    /// <summary>The text without characters.</summary>
    public static readonly Value EmptyText = new Text("");

    private protected Value() { }

    /// <summary>Levels of lists and maps: 0 for a plain value, 1 for a flat list.</summary>
    internal virtual int Depth => 0;

    /// <summary>A bound on the characters it prints as, escapes apart; what the growth limits count.</summary>
    internal abstract long Weight { get; }

    /// <summary>A text; no text becomes <see cref="Null"/>.</summary>
    public static Value Of(string? text) => text is null ? Null : text.Length == 0 ? EmptyText : new Text(text);

    /// <summary>A number.</summary>
    public static Value Of(double number) => new Number(number);

    /// <summary>A whole number.</summary>
    public static Value Of(int number) => new Number(number);

    /// <summary>A truth value.</summary>
    public static Value Of(bool truth) => truth ? True : False;

    /// <summary>A list of texts.</summary>
    public static Value ListOf(params IEnumerable<string> texts) => new List([.. texts.Select(Of)]);

    /// <summary>The absence of a value.</summary>
    public sealed record Nothing : Value
    {
        internal Nothing() { }

        internal override long Weight => 4;
    }

    /// <summary>True or false.</summary>
    /// <param name="Content">Which.</param>
    public sealed record Bool(bool Content) : Value
    {
        internal override long Weight => 5;
    }

    /// <summary>A double, as all of JavaScript's numbers are.</summary>
    /// <param name="Content">The number; negative zero is kept as zero. Not-a-number and the infinities occur only inside an evaluation.</param>
    public sealed record Number(double Content) : Value
    {
        /// <summary>The number.</summary>
        public double Content { get; } = Content + 0.0; // -0 + 0 = 0

        internal override long Weight => 24;
    }

    /// <summary>A text in UTF-16.</summary>
    /// <param name="Content">The characters; half a surrogate pair is kept as U+FFFD.</param>
    public sealed record Text(string Content) : Value
    {
        /// <summary>The characters.</summary>
        public string Content { get; } = Surrogates.Repair(Content);

        internal override long Weight => Content.Length + 2;
    }

    /// <summary>Values in order.</summary>
    public sealed record List : Value
    {
        /// <summary>A list of <paramref name="items"/>.</summary>
        public List(ImmutableArray<Value> items)
        {
            Items = items.IsDefault ? [] : items;
            Weight = 2 + Items.Sum(item => item.Weight + 1);
            Depth = 1 + Items.Select(item => item.Depth).DefaultIfEmpty().Max();
        }

        /// <summary>The values.</summary>
        public ImmutableArray<Value> Items { get; }

        internal override long Weight { get; }

        internal override int Depth { get; }

        /// <inheritdoc/>
        public bool Equals(List? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Items.Length, Items.IsEmpty ? null : Items[0]);
    }

    /// <summary>Values by name.</summary>
    public sealed record Map : Value
    {
        /// <summary>A map of <paramref name="entries"/>; the last of equal names wins.</summary>
        public Map(IEnumerable<KeyValuePair<string, Value>> entries)
        {
            var sorted = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
            foreach (var (name, value) in entries) sorted[Surrogates.Repair(name)] = value;
            Entries = sorted.ToImmutable();
            Weight = 2 + Entries.Sum(entry => entry.Key.Length + 4 + entry.Value.Weight);
            Depth = 1 + Entries.Values.Select(value => value.Depth).DefaultIfEmpty().Max();
        }

        /// <summary>The values, names in ordinal order.</summary>
        public ImmutableSortedDictionary<string, Value> Entries { get; }

        internal override long Weight { get; }

        internal override int Depth { get; }

        /// <summary>The value under <paramref name="name"/>, or <see cref="Null"/>.</summary>
        public Value this[string name] => Entries.GetValueOrDefault(name, Null);

        /// <inheritdoc/>
        public bool Equals(Map? other) => other is not null && Entries.SequenceEqual(other.Entries);

        /// <inheritdoc/>
        public override int GetHashCode() =>
            HashCode.Combine(Entries.Count, Entries.Keys.FirstOrDefault());
    }

    /// <inheritdoc/>
    public sealed override string ToString() => ToJson();
}
