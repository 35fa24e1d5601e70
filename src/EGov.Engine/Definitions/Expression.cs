using System.Collections.Immutable;
using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Definitions;

/// <summary>How an activity gets one of its inputs: a constant, or something evaluated in a case.</summary>
public abstract record Expression
{
    /// <summary>The constant null: an input that was left empty.</summary>
    public static readonly Expression Empty = new Literal(Value.Null);

    private protected Expression() { }

    /// <summary>The places that name a variable; a bare variable has line and column 0.</summary>
    public virtual ImmutableArray<Mention> Variables => [];

    /// <summary>The places that name an input; a bare input has line and column 0.</summary>
    public virtual ImmutableArray<Mention> Inputs => [];

    /// <summary>Reads what Studio writes: <c>{"typeName":…,"expression":{"type":…,"value":…}}</c>, or the inner part alone.</summary>
    /// <returns>An expression, or what is wrong with it; never throws.</returns>
    public static ExpressionReading Read(System.Text.Json.JsonElement json) => ExpressionReader.Read(json);

    /// <summary>Its value when that is the same in every case; null when it depends on the case.</summary>
    public virtual Value? Constant => null;

    /// <summary>Its value in a case; never throws.</summary>
    public abstract Evaluation Evaluate(IScope scope);

    /// <summary>A constant, as a text box, a check box or a list of choices writes it: usually a text.</summary>
    /// <param name="Content">The constant.</param>
    public sealed record Literal(Value Content) : Expression
    {
        /// <inheritdoc/>
        public override Value? Constant => Content;

        /// <inheritdoc/>
        public override Evaluation Evaluate(IScope scope) => Evaluation.Of(Content);
    }

    /// <summary>A constant that Studio writes as JSON inside a text: lists of texts, mostly.</summary>
    /// <param name="Content">The constant.</param>
    public sealed record ObjectLiteral(Value Content) : Expression
    {
        /// <inheritdoc/>
        public override Value? Constant => Content;

        /// <inheritdoc/>
        public override Evaluation Evaluate(IScope scope) => Evaluation.Of(Content);
    }

    /// <summary>Values by name, each with an expression of its own, as Studio's dictionary editor writes them.</summary>
    /// <param name="Entries">The expressions, names in ordinal order.</param>
    public sealed record Dictionary(ImmutableSortedDictionary<string, Expression> Entries) : Expression
    {
        /// <inheritdoc/>
        public override ImmutableArray<Mention> Variables => [.. Entries.Values.SelectMany(entry => entry.Variables)];

        /// <inheritdoc/>
        public override ImmutableArray<Mention> Inputs => [.. Entries.Values.SelectMany(entry => entry.Inputs)];

        /// <inheritdoc/>
        public override Evaluation Evaluate(IScope scope)
        {
            var values = new List<KeyValuePair<string, Value>>();
            foreach (var (name, entry) in Entries)
            {
                if (entry.Evaluate(scope) is var value && !value.Succeeded) return value;
                values.Add(new(name, value.Value));
            }

            var made = new Value.Map(values);
            if (made.Depth > Value.DeepestNesting) return Evaluation.Failed(Problem.At(0, 0, null, "evaluation-too-deep"));
            return made.Weight > Value.LongestJson ? Evaluation.Failed(Problem.At(0, 0, null, "evaluation-too-large")) : Evaluation.Of(made);
        }
    }

    /// <summary>The value of a variable.</summary>
    /// <param name="Id">Its id, as the definition declares it.</param>
    public sealed record Variable(string Id) : Expression
    {
        /// <inheritdoc/>
        public override ImmutableArray<Mention> Variables => [new(Id, false, 0, 0)];

        /// <inheritdoc/>
        public override Evaluation Evaluate(IScope scope) => scope.Variable(Id) is { } value
            ? Evaluation.Of(value)
            : Evaluation.Failed(Problem.At(0, 0, null, "evaluation-unknown-variable", Id));
    }

    /// <summary>The value of an input of the case; null when it was not handed in.</summary>
    /// <param name="Name">Its name, as the definition declares it.</param>
    public sealed record InputReference(string Name) : Expression
    {
        /// <inheritdoc/>
        public override ImmutableArray<Mention> Inputs => [new(Name, false, 0, 0)];

        /// <inheritdoc/>
        public override Evaluation Evaluate(IScope scope) => Evaluation.Of(scope.Input(Name) ?? Value.Null);
    }

    /// <summary>JavaScript, of the part that <see cref="JavaScript"/> reads.</summary>
    /// <param name="Parsed">The expression, without problems when it comes from <see cref="Read"/>.</param>
    public sealed record Script(ParsedExpression Parsed) : Expression
    {
        /// <summary>The text as written.</summary>
        public string Text => Parsed.Text;

        /// <inheritdoc/>
        public override ImmutableArray<Mention> Variables => Parsed.Variables;

        /// <inheritdoc/>
        public override ImmutableArray<Mention> Inputs => Parsed.Inputs;

        /// <inheritdoc/>
        public override Evaluation Evaluate(IScope scope) => Parsed.Evaluate(scope);
    }
}
