namespace EGov.Engine.Definitions.Expressions;

/// <summary>What an expression can see: the variables and inputs of a case, or of a test.</summary>
public interface IScope
{
    /// <summary>A declared variable by its name or its id; null when none is declared. A declared one without a value is <see cref="Value.Null"/>.</summary>
    Value? Variable(string nameOrId);

    /// <summary>An input by its name; null when none is declared. A declared one that was not handed in may be null or <see cref="Value.Null"/>.</summary>
    Value? Input(string name);

    /// <summary>What another box gave, by Elsa's accessor without <c>get</c>: <c>ResultFromTask1</c>. Null when there is no such box or output.</summary>
    Value? Output(string accessor) => null;
}
