using System.Collections.Immutable;
using EGov.Engine.Definitions;

namespace EGov.Engine.Supervision;

/// <summary>What reading a catalogue of rules gave: rules and no problems, or problems and no rules.</summary>
/// <param name="Rules">The rules in the order of the text; empty when there is a problem.</param>
/// <param name="Problems">Everything found wrong; the first argument is the path of the place, such as <c>rules[3].trigger.share</c>.</param>
public sealed record RuleReading(ImmutableArray<SupervisionRule> Rules, ImmutableArray<Problem> Problems)
{
    /// <summary>True when the text is a catalogue.</summary>
    public bool Succeeded => Problems.IsEmpty;

    /// <summary>Reads a catalogue such as <c>workflows/supervision/rules.json</c> strictly; whatever is wrong with the text becomes problems, never an exception.</summary>
    public static RuleReading Of(string json) => RuleReader.Read(json);
}
