using System.Text.Json.Nodes;
using EGov.Engine.Tests.Clocks;

namespace EGov.Engine.Tests.Definitions;

/// <summary>Breaks a definition's text in one to three places, the same way for the same dice.</summary>
internal sealed class Damage(Dice dice)
{
    private static readonly string[] Hostile =
    [
        "null", "true", "\"\"", "\"Done\"", "\"\\u0000\"", "\"half a pair\"", "\"True\"", "-1", "1e308", "0.5", "99999999999", "[]", "{}", "[null]", "[[[[]]]]", "{\"id\":null}",
        "{\"type\":\"JavaScript\",\"value\":\"getVariable('x') + 1\"}", "{\"expression\":{\"type\":\"JavaScript\",\"value\":\"((((\"}}", "{\"expression\":{\"type\":\"Literal\",\"value\":[1]}}",
        "\"Elsa.FlowJoin\"", "\"Elsa.While\"", "\"EGov.SignOff\"", "\"Small\"", "\"WaitAll\"", "\"Start1\"", "\"End1\"",
    ];

    public string Of(string text)
    {
        if (dice.OneIn(4)) return OfCharacters(text);
        var root = JsonNode.Parse(text)!;
        for (var times = dice.Throw(1, 3); times > 0; times--) Break(root);
        var broken = root.ToJsonString().Replace("half a pair", "\\ud800", StringComparison.Ordinal); // .NET would not write it
        return dice.OneIn(10) ? OfCharacters(broken) : broken;
    }

    private string OfCharacters(string text)
    {
        var characters = text.ToCharArray().ToList();
        for (var times = dice.Throw(1, 3); times > 0 && characters.Count > 1; times--)
        {
            var place = dice.Throw(0, characters.Count - 1);
            if (dice.OneIn(3)) characters.RemoveAt(place);
            else if (dice.OneIn(2)) characters[place] = (char)dice.Throw(0, 0xFFFF);
            else characters[place] = characters[dice.Throw(0, characters.Count - 1)];
        }

        return new string([.. characters]);
    }

    private void Break(JsonNode root)
    {
        var all = Below(root).ToArray();
        if (all.Length == 0) return;
        var (victim, other) = (all[dice.Throw(0, all.Length - 1)], all[dice.Throw(0, all.Length - 1)]);
        switch (dice.Throw(1, 5))
        {
            case 1: Remove(victim); break;
            case 2: Replace(victim, ValueOf(other)?.DeepClone()); break;
            case 3: Replace(victim, JsonNode.Parse(Hostile[dice.Throw(0, Hostile.Length - 1)])); break;
            case 4: Double(victim); break;
            default: Exchange(victim, other); break;
        }
    }

    private static IEnumerable<(JsonNode Owner, string? Name, int Place)> Below(JsonNode? node)
    {
        if (node is JsonObject map)
            foreach (var (name, value) in map)
                foreach (var place in Below(value).Prepend((map, name, -1))) yield return place;
        if (node is JsonArray list)
            for (var i = 0; i < list.Count; i++)
                foreach (var place in Below(list[i]).Prepend((list, null, i))) yield return place;
    }

    private static JsonNode? ValueOf((JsonNode Owner, string? Name, int Place) at) => at.Name is null ? at.Owner[at.Place] : at.Owner[at.Name];

    private static void Remove((JsonNode Owner, string? Name, int Place) at)
    {
        if (at.Name is null) at.Owner.AsArray().RemoveAt(at.Place);
        else at.Owner.AsObject().Remove(at.Name);
    }

    private static void Replace((JsonNode Owner, string? Name, int Place) at, JsonNode? value)
    {
        if (at.Name is null) at.Owner[at.Place] = value;
        else at.Owner[at.Name] = value;
    }

    private static void Double((JsonNode Owner, string? Name, int Place) at)
    {
        if (at.Name is null) at.Owner.AsArray().Add(ValueOf(at)?.DeepClone());
        else at.Owner[at.Name + "2"] = ValueOf(at)?.DeepClone();
    }

    private static void Exchange((JsonNode Owner, string? Name, int Place) one, (JsonNode Owner, string? Name, int Place) other)
    {
        var (first, second) = (ValueOf(one)?.DeepClone(), ValueOf(other)?.DeepClone());
        Replace(one, second);
        if (other.Owner.Root == one.Owner.Root) Replace(other, first); // it may have stood inside what was replaced
    }
}
