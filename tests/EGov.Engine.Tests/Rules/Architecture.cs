using System.Reflection;
using System.Text.Json.Serialization;
using EGov.Engine.Cases;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Rules;

public sealed class The_engine
{
    private static readonly Assembly Engine = typeof(CaseEngine).Assembly;

    [Fact]
    public void references_nothing_but_the_base_library() =>
        Assert.All(Engine.GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name, StringComparison.Ordinal));

    [Fact]
    public void has_no_public_type_that_can_change()
    {
        var changeable = Engine.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit"))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        Assert.Empty(changeable.Concat(Engine.GetExportedTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.DeclaringType!.IsEnum).Select(field => field.Name)));
    }

    [Fact]
    public void has_a_decision_for_every_order() =>
        Assert.All(Cases(typeof(CaseCommand)), order => Assert.NotNull(Engine.GetType($"EGov.Engine.Cases.Decisions.{order.Name}Decision")));

    [Fact]
    public void has_a_chosen_stored_name_for_every_order_and_fact() =>
        Assert.All(new[] { typeof(CaseCommand), typeof(CaseEvent) }, family =>
        {
            var named = family.GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);
            Assert.All(Cases(family), type => Assert.Matches("^[a-z-]+\\.[0-9]+$", named[type]));
            Assert.Equal(named.Count, named.Values.Distinct().Count());
        });

    [Fact]
    public void has_no_file_over_300_lines() =>
        Assert.All(
            Directory.EnumerateFiles(OfficeCalendar.PathOf("src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal)),
            file => Assert.InRange(File.ReadLines(file).Count(), 0, 300));

    private static IEnumerable<Type> Cases(Type family) => Engine.GetTypes().Where(type => type.IsSubclassOf(family) && !type.IsAbstract);
}
