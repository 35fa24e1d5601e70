using System.Collections.Immutable;
using EGov.Engine.Activities;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions.Reading;

namespace EGov.Engine.Definitions;

/// <summary>Reads what Elsa Studio saves and exports: a text becomes a definition that is linked and ready to run, or a list of problems.</summary>
/// <remarks>
/// Nothing is ignored that would change how a case runs: what this engine does not support is refused by name and place. Members that do not
/// matter here are left alone and survive, because the text is kept as it is. Whether a drawing makes sense is asked by
/// <see cref="DefinitionChecks"/> before it is published.
/// </remarks>
public static class ElsaJson
{
    /// <summary>The longest text read: 4,000,000 UTF-16 units, room for 2,000 activities as Studio writes them.</summary>
    public const int LongestText = 4_000_000;

    /// <summary>The deepest nesting of objects and lists, and of activities after linking: 64.</summary>
    public const int DeepestNesting = 64;

    /// <summary>The most activities in one definition, those of linked definitions included: 2,000.</summary>
    public const int MostActivities = 2_000;

    /// <summary>The most connections in one definition: 5,000.</summary>
    public const int MostConnections = 5_000;

    /// <summary>Reads a definition; never throws, whatever the text.</summary>
    /// <param name="text">The JSON; kept untouched in <see cref="WorkflowDefinition.Text"/>.</param>
    /// <param name="registry">The activity types there are.</param>
    /// <param name="calendar">The working calendar that limits are counted with.</param>
    /// <param name="library">Definitions that may be used as activities, in any version.</param>
    public static DefinitionReading Read(
        string text, ActivityRegistry registry, WorkingCalendar calendar, ImmutableArray<WorkflowDefinition> library = default)
    {
        var findings = new Findings();
        var definition = Read(text ?? "", findings, new DefinitionReader(registry, calendar, library.IsDefault ? [] : library, findings));
        return findings.IsEmpty ? new(definition, []) : new(null, findings.InReadingOrder);
    }

    private static WorkflowDefinition? Read(string text, Findings findings, DefinitionReader reader)
    {
        if (text.Length > LongestText)
        {
            findings.Add(default, null, "definition-too-large", Findings.Figure(text.Length), Findings.Figure(LongestText));
            return null;
        }

        // Files from Windows may begin with a byte order mark; editors do not count it as a column.
        var json = text.StartsWith('\ufeff') ? text[1..] : text;
        return WrittenReader.Read(json, findings) is { } written && reader.Read(json, written) is { } definition ? definition with { Text = text } : null;
    }
}
