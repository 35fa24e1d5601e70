using System.Collections.Concurrent;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace EGov.Runtime.Tests;

/// <summary>A fact of a contract suite: runs in every class that says what it <see cref="RunsOnAttribute"/>, and says why when there is no such server.</summary>
[XunitTestCaseDiscoverer("EGov.Runtime.Tests.ContractDiscoverer", "EGov.Runtime.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>The database a contract suite's class runs on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RunsOnAttribute(DatabaseProvider provider) : Attribute
{
    public DatabaseProvider Provider { get; } = provider;
}

/// <summary>Finds contract facts; called by xUnit.</summary>
public sealed class ContractDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    private static readonly ConcurrentDictionary<string, string> Told = new();

    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var runsOn = testMethod.TestClass.Class.GetCustomAttributes(typeof(RunsOnAttribute)).Single();
        if (TestDatabase.WhyNot(runsOn.GetNamedArgument<DatabaseProvider>(nameof(RunsOnAttribute.Provider))) is not { } reason)
            return base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
        if (Told.TryAdd(testMethod.TestClass.Class.Name, reason))
            DiagnosticMessageSink.OnMessage(new DiagnosticMessage($"{testMethod.TestClass.Class.Name} is skipped: {reason}"));
        return new SkippedCase(DiagnosticMessageSink, discoveryOptions, testMethod, reason);
    }
}

/// <summary>A test that is not run, with the reason.</summary>
public sealed class SkippedCase : XunitTestCase
{
    private string _reason = "";

    [Obsolete("Called by xUnit only.")]
    public SkippedCase()
    {
    }

    public SkippedCase(IMessageSink sink, ITestFrameworkDiscoveryOptions options, ITestMethod method, string reason)
        : base(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method) => _reason = reason;

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(_reason), _reason);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        _reason = data.GetValue<string>(nameof(_reason));
        base.Deserialize(data);
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) => _reason;
}
