using System.Text.Json.Nodes;
using EGov.TestKit.Definitions;

namespace EGov.Runtime.Tests;

/// <summary>The processes that the runtime's tests run.</summary>
internal static class Drawings
{
    public static readonly string[] Signers = ["fire", "health", "planning"];

    /// <summary>Accept, three signatures at once, decide, issue.</summary>
    public static Drawing Permit => new Drawing("permit")
        .Facts("permit", statutory: 20, promised: 10, acceptance: 5, parties: ["window", "fire", "health", "planning", "leader"], incidents: "leader", extensions: "leader")
        .Activity("Accept1", "EGov.Accept", ("party", "window"), ("notifyAccepted", "application-accepted"))
        .Activity("Sign1", "EGov.SignOff", ("parties", Signers), ("rule", "All"), ("limitInWorkingDays", 3), ("notifyApplicant", "party-finished"))
        .Activity("Decide1", "EGov.Decide", ("party", "leader"), ("notifyApplicant", "decision-made"))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Sign1")
        .Connect("Sign1", "Approved", "Decide1").Connect("Sign1", "Rejected", "Decide1")
        .Connect("Decide1", "Granted", "End1").Connect("Decide1", "Refused", "End1");

    /// <summary>The permit's process, drawn anew and in order, as an analyst's browser posts it.</summary>
    public static JsonObject Model(string name = "许可") => Posted(new Drawing("permit").Named(name)
        .Facts("permit", statutory: 20, promised: 10, acceptance: 5, parties: ["window", "fire", "health", "planning", "leader"], incidents: "leader", extensions: "leader")
        .Activity("Review1", "EGov.Review", ("party", "window"))
        .Activity("Decide1", "EGov.Decide", ("party", "leader"))
        .Connect("Start1", "Review1").Connect("Review1", "Approved", "Decide1").Connect("Review1", "Rejected", "Decide1")
        .Connect("Decide1", "Granted", "End1").Connect("Decide1", "Refused", "End1"));

    /// <summary>A drawing as the browser posts it.</summary>
    public static JsonObject Posted(Drawing drawing) => JsonNode.Parse(drawing.ToJson())!.AsObject();
}
