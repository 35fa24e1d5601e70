using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Replay;

namespace EGov.Runtime.Storage;

/// <summary>A journal entry as it is written and hashed: id, moment, order and events in one canonical text.</summary>
internal sealed record EntryText(CommandId Id, DateTimeOffset At, CaseCommand Command, ImmutableArray<CaseEvent> Events)
{
    public string Write() => JsonSerializer.Serialize(this, CaseJson.Options);

    public static EntryText Read(string text) =>
        JsonSerializer.Deserialize<EntryText>(text, CaseJson.Options) ?? throw new JsonException("An entry is an object.");

    public JournalEntry ToEntry(int firstVersion) => new(firstVersion, At, Command, Events);

    /// <summary>By what a repeated order is recognised as the same.</summary>
    public static string HashOf(CaseId caseId, CaseCommand command) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caseId.Value + "\n" + CaseJson.Write(command))));
}
