using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class A_drawing_of_the_tests
{
    [Fact]
    public void reads_as_a_definition()
    {
        var reading = new Drawing("permit")
            .Facts("food-permit", statutory: 20, promised: 10, parties: ["window", "review"])
            .Variable("Amount", "Int32", "12")
            .Activity("Accept1", "EGov.Accept", ("party", "window"))
            .Activity("Review1", "EGov.Review", ("party", "review"), ("outcomes", new[] { "Yes", "No" }))
            .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Review1").Connect("Review1", "Yes", "End1")
            .Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(["Flowchart1", "Start1", "Accept1", "Review1", "End1"], reading.Definition!.Nodes.Select(n => n.Id.Value));
    }
}
