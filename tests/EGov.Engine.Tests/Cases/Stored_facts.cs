using EGov.Engine.Cases;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Cases;

public sealed class Stored_facts
{
    public static TheoryData<string> EveryFact { get; } = [.. typeof(CaseEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseEvent))).Select(t => t.Name)];

    [Theory, MemberData(nameof(EveryFact))]
    public void are_read_and_written_as_they_always_were(string fact)
    {
        var golden = File.ReadAllText(OfficeCalendar.PathOf($"tests/EGov.Engine.Tests/Cases/Golden/{fact}.json")).TrimEnd('\n');
        Assert.Equal(golden, CaseJson.Write(Samples.Facts.Single(sample => sample.GetType().Name == fact)));
        Assert.Equal(golden, CaseJson.Write(CaseJson.ReadEvents($"[{golden}]")[0]));
    }

    [Theory, MemberData(nameof(EveryFact))]
    public void change_a_case_however_little_it_knows(string fact) =>
        Assert.Equal(1, CaseEngine.Evolve(CaseState.None, Samples.Facts.Single(sample => sample.GetType().Name == fact)).Version);
}
