using EGov.Engine.Definitions;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Cases;

/// <summary>The permit that most tests of this folder are about: accept, three bodies in parallel, decide, issue.</summary>
internal static class Permit
{
    private static readonly string[] Bodies = ["fire", "health", "planning"];

    private static readonly string[] Parties = [.. Bodies, "window", "registrar", "chief", "legal"];

    /// <summary>Accepted by the window, signed by three bodies in one sign-off, decided by a registrar.</summary>
    public static WorkflowDefinition WithSignOff(params (string Input, object? Value)[] more) => new Drawing("permit")
        .Facts("permit", statutory: 20, promised: 10, acceptance: 5, parties: Parties, extensions: "chief")
        .Activity("Accept1", "EGov.Accept", ("party", "window"))
        .Activity("Supplement1", "EGov.Supplement", ("limitInWorkingDays", 10))
        .Activity("SignOff1", "EGov.SignOff", [("parties", Bodies), ("notifyApplicant", "signed"), .. more])
        .Activity("Decide1", "EGov.Decide", ("party", "registrar"), ("fourEyes", new[] { "Accept1" }))
        .Activity("Issue1", "EGov.IssueResult", ("party", "window"), ("document", "permit"))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "SignOff1").Connect("Accept1", "Refused", "End1")
        .Connect("Accept1", "Supplement", "Supplement1").Connect("Supplement1", "Supplied", "Accept1").Connect("Supplement1", "Expired", "End1")
        .Connect("SignOff1", "Approved", "Decide1").Connect("SignOff1", "Rejected", "Decide1")
        .Connect("Decide1", "Granted", "Issue1").Connect("Decide1", "Refused", "End1").Connect("Issue1", "End1")
        .Definition();

    /// <summary>Two branches of two steps each between a first review and a decision; inspection stops the clocks in one branch.</summary>
    public static WorkflowDefinition WithBranches() => new Drawing("branches")
        .Facts("branches", statutory: 20, parties: Parties)
        .Activity("First", "EGov.Review", ("party", "window"))
        .Activity("Fork1", "Elsa.FlowFork", ("branches", new[] { "left", "right" }))
        .Activity("Left1", "EGov.Review", ("party", "fire")).Activity("Left2", "EGov.Review", ("party", "health"))
        .Activity("Right1", "EGov.Review", ("party", "planning")).Activity("Right2", "EGov.Review", ("party", "legal"))
        .Activity("Join1", "Elsa.FlowJoin", ("mode", "WaitAllActive"))
        .Activity("Decide1", "EGov.Decide", ("party", "registrar"))
        .Connect("Start1", "First").Connect("First", "Approved", "Fork1").Connect("First", "Rejected", "End1")
        .Connect("Fork1", "left", "Left1").Connect("Left1", "Approved", "Left2").Connect("Left1", "Rejected", "Join1")
        .Connect("Left2", "Approved", "Join1").Connect("Left2", "Rejected", "Join1")
        .Connect("Fork1", "right", "Right1").Connect("Right1", "Approved", "Right2").Connect("Right1", "Rejected", "Join1")
        .Connect("Right2", "Approved", "Join1").Connect("Right2", "Rejected", "Join1")
        .Connect("Join1", "Decide1").Connect("Decide1", "Granted", "End1").Connect("Decide1", "Refused", "End1")
        .Definition();

    /// <summary>A permit in the hands of the three bodies.</summary>
    public static Play InSignOff(params (string Input, object? Value)[] more) => Play.Open(WithSignOff(more)).GivenDone("Accept1", "Accepted", by: "wu@window");

    /// <summary>A case whose two branches have both reached their second step.</summary>
    public static Play InBranches() => Play.Open(WithBranches()).GivenDone("First", "Approved").GivenDone("Left1", "Approved").GivenDone("Right1", "Approved");
}
