using System.Collections.Immutable;

namespace EGov.Engine.Definitions.Reading;

/// <summary>A JSON value as it stands in the text, with its place.</summary>
internal abstract class Written(Place place)
{
    public Place Place { get; } = place;

    /// <summary>The value without its places.</summary>
    public abstract Value ToValue();

    /// <summary>An object: its members in the order of the text, no name twice.</summary>
    internal sealed class Map(Place place, ImmutableArray<(string Name, Written Value)> members) : Written(place)
    {
        public ImmutableArray<(string Name, Written Value)> Members { get; } = members;

        /// <summary>The member's value; null when it is absent or JSON null, which mean the same to Elsa.</summary>
        public Written? Find(string name)
        {
            foreach (var (member, value) in Members)
                if (member == name) return value is Plain { Value: Value.Nothing } ? null : value;
            return null;
        }

        public override Value ToValue() => new Value.Map(Members.Select(m => KeyValuePair.Create(m.Name, m.Value.ToValue())));
    }

    /// <summary>An array.</summary>
    internal sealed class List(Place place, ImmutableArray<Written> items) : Written(place)
    {
        public ImmutableArray<Written> Items { get; } = items;

        public override Value ToValue() => new Value.List([.. Items.Select(item => item.ToValue())]);
    }

    /// <summary>A text, a number, true, false or null.</summary>
    internal sealed class Plain(Place place, Value value) : Written(place)
    {
        public Value Value { get; } = value;

        public override Value ToValue() => Value;
    }
}
