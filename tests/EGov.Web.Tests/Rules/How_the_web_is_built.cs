using EGov.TestKit.Clocks;

namespace EGov.Web.Tests.Rules;

public sealed class How_the_web_is_built
{
    private static readonly string Folder = OfficeCalendar.PathOf("src/EGov.Web");

    private static IEnumerable<string> Sources => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    [Fact]
    public void the_database_is_reached_through_the_runtime_only() =>
        Assert.DoesNotContain(typeof(Program).Assembly.GetReferencedAssemblies(), name => name.Name!.Contains("EntityFrameworkCore", StringComparison.Ordinal));

    [Fact]
    public void the_program_begins_in_fewer_than_eighty_lines() => Assert.InRange(File.ReadAllLines(Path.Combine(Folder, "Program.cs")).Length, 1, 79);

    [Fact]
    public void serilog_is_named_at_the_beginning_of_the_program_only() =>
        Assert.Equal(["Program.cs"], Sources.Where(file => File.ReadAllText(file).Contains("Serilog", StringComparison.Ordinal)).Select(Path.GetFileName));

    [Fact]
    public void no_file_is_longer_than_three_hundred_lines() => Assert.All(Sources, file => Assert.InRange(File.ReadAllLines(file).Length, 0, 300));

    [Fact]
    public void an_endpoint_is_an_adapter_of_at_most_forty_five_lines_without_rules() =>
        Assert.All(Sources.Where(file => file.EndsWith("Endpoint.cs", StringComparison.Ordinal)), file =>
        {
            var text = File.ReadAllText(file);
            var body = text[text.IndexOf("internal static class", StringComparison.Ordinal)..];
            Assert.InRange(body[..body.IndexOf("\n}", StringComparison.Ordinal)].Split('\n').Length, 1, 45);
            Assert.DoesNotMatch(@"\btry\s*\{", text);
            Assert.DoesNotContain("ILogger", text, StringComparison.Ordinal);
        });

    [Fact]
    public void nobody_but_the_program_asks_the_machine_for_the_time() =>
        Assert.All(Sources, file => Assert.DoesNotContain("UtcNow;", File.ReadAllText(file), StringComparison.Ordinal));
}
