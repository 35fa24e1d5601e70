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
}
