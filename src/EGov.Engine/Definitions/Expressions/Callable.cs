namespace EGov.Engine.Definitions.Expressions;

/// <summary>What can be called by name.</summary>
/// <param name="Name">As written.</param>
/// <param name="Fewest">Arguments it needs.</param>
/// <param name="Most">Arguments it takes.</param>
internal abstract record Callable(string Name, int Fewest, int Most);
