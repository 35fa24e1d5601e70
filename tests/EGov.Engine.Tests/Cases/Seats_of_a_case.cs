using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;
using EGov.Engine.Replay;
using EGov.TestKit.Cases;

namespace EGov.Engine.Tests.Cases;

/// <summary>The permit again, filed in Yan'an street: the window and the chief are the street's own, the other bodies are the district's.</summary>
public sealed class Seats_of_a_case
{
    private static readonly PartyId Street = new("window@yanan-street");

    [Fact]
    public void work_lies_with_the_unit_of_the_place() => Assert.Null(Filed().WhenDone("Accept1", "Accepted", by: "wu@window@yanan-street").Refused);

    [Theory]
    [InlineData("wu@window")]
    [InlineData("wu@window@hubin-street")]
    public void the_same_role_elsewhere_has_no_say(string stranger)
    {
        var play = Filed();
        Assert.Equal([RejectionCode.PartyMissing, RejectionCode.PartyMissing, RejectionCode.PartyMissing, RejectionCode.PartyMissing], new[]
        {
            play.When(new ClaimWorkItem(At(stranger), 1)).Refused, play.WhenDone("Accept1", "Accepted", by: stranger).Refused,
            play.When(new UrgeWorkItem(At(stranger), 1)).Refused, play.When(new FileDocument(At(stranger), "M01", Play.Reason)).Refused,
        });
    }

    [Fact]
    public void bodies_of_the_district_stay_who_they_are() =>
        Assert.Null(Accepted().WhenDone("SignOff1", "Approved", "fire", "li@fire").Refused);

    [Fact]
    public void a_limit_is_extended_by_the_chief_of_the_place_only()
    {
        var play = Accepted();
        Assert.Equal(RejectionCode.PartyMissing, play.When(new ExtendClock(At("ch@chief"), ClockId.Statutory, 5, Play.Reason)).Refused);
        Assert.Null(play.When(new ExtendClock(At("ch@chief@yanan-street"), ClockId.Statutory, 5, Play.Reason)).Refused);
    }

    [Fact]
    public void notices_go_to_the_unit_of_the_place()
    {
        var play = Filed();
        var before = play.State;
        play = play.Given(new UrgeWorkItem(Play.Applicant, 1));
        Assert.Equal([Street], CaseEffects.Of(play.Workflow, before, play.Last!).Notices.Select(notice => notice.To));
    }

    [Fact]
    public void a_seat_of_a_party_the_item_does_not_know_is_refused() =>
        Assert.Equal(RejectionCode.PartyUnknown, Open(new Dictionary<string, PartyId> { ["mayor"] = Street }).Refused);

    [Fact]
    public void the_stored_journal_proves_itself()
    {
        var play = Accepted();
        var stored = play.Journal.Select(entry => entry with { Command = CaseJson.ReadCommand(CaseJson.Write(entry.Command)), Events = CaseJson.ReadEvents(CaseJson.Write(entry.Events)) });
        var replayed = JournalReplay.Of(play.Workflow, stored);
        Assert.Equal((null, CaseJson.Write(play.State)), (replayed.Difference, CaseJson.Write(replayed.State)));
    }

    [Fact]
    public void a_case_without_seats_is_written_as_it_always_was() =>
        Assert.DoesNotContain("seats", CaseJson.Write(Play.Open(Permit.WithSignOff()).Journal[0].Events) + CaseJson.Write(Play.Open(Permit.WithSignOff()).Journal[0].Command), StringComparison.Ordinal);

    private static Play Accepted() => Filed().GivenDone("Accept1", "Accepted", by: "wu@window@yanan-street");

    private static Play Filed() => Open(new Dictionary<string, PartyId> { ["window"] = Street, ["chief"] = new("chief@yanan-street") });

    private static Play Open(Dictionary<string, PartyId> seats)
    {
        var inputs = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);
        var begun = new Play(Permit.WithSignOff(), CaseState.None, new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), [], null);
        return begun.When(new OpenCase(Play.Applicant, new("CASE-1"), Street, inputs) { Seats = seats.ToImmutableSortedDictionary(StringComparer.Ordinal) });
    }

    private static Actor At(string written) => Play.Officer(written);
}
