namespace EGov.Engine.Definitions.Expressions;

/// <content>Names: constants, variables, inputs and functions, and what is refused by name.</content>
internal sealed partial class Parser
{
    private Node Word()
    {
        var word = Take();
        if (Words.Constants.TryGetValue(word.Text, out var constant)) return new Node.Literal(word.Offset, constant);
        if (Words.Forbidden.Contains(word.Text)) return Stop(word.Offset, "expression-not-allowed", word.Text);
        if (token.Is("(")) return FunctionCall(word);
        return word.Text switch
        {
            "variables" or "input" => Property(word),
            "Math" or "JSON" => LibraryCall(word),
            _ => UnknownName(word.Offset, word.Text),
        };
    }

    private Node FunctionCall(Token word)
    {
        if (word.Text is "getVariable" or "getInput") return NamedInBrackets(word, "(", ")");
        if (word.Text == "getOutputFrom") return OutputCall(word);
        if (Function.All.TryGetValue(word.Text, out var function)) return FunctionCall(word.Offset, function);
        if (IsAccessor(word.Text)) return AccessorCall(word);
        Arguments();
        return UnknownFunction(word.Offset, word.Text);
    }

    private Node.FunctionCall FunctionCall(int offset, Function function)
    {
        var arguments = Arguments();
        NoteCount(offset, function, arguments.Length);
        return new(offset, function, arguments);
    }

    private Node LibraryCall(Token library)
    {
        if (!Skip(".") || token.Kind != TokenKind.Name) return UnknownName(library.Offset, library.Text);
        var name = library.Text + "." + Take().Text;
        if (name == "Math.random") return Stop(library.Offset, "expression-not-allowed", name);
        if (!token.Is("(")) return UnknownName(library.Offset, name);
        if (Function.All.TryGetValue(name, out var function)) return FunctionCall(library.Offset, function);
        Arguments();
        return UnknownFunction(library.Offset, name);
    }

    private static bool IsAccessor(string name) =>
        name.Length > 3 && name.StartsWith("get", StringComparison.Ordinal) && !char.IsLower(name[3]) && !Words.NotAccessors.Contains(name);

    private Node AccessorCall(Token word)
    {
        Expect("(");
        Expect(")");
        return Accessed(word.Text[3..], word.Offset);
    }

    // Only literal names, as everywhere; it means the same as the accessor made of them.
    private Node OutputCall(Token word)
    {
        Expect("(");
        if (token.Kind != TokenKind.Text) return Stop(token.Offset, "expression-name-expected", word.Text);
        var activity = Take().Text;
        var output = "Result";
        if (Skip(","))
        {
            if (token.Kind != TokenKind.Text) return Stop(token.Offset, "expression-name-expected", word.Text);
            output = Take().Text;
        }

        Expect(")");
        return Accessed(OutputAccess.NameOf(output, activity), word.Offset);
    }

    private Node.Variable Accessed(string name, int offset)
    {
        var mention = Mentioned(name, byAccessor: true, offset);
        variables.Add(mention);
        return new(offset, mention.Name, mention.OtherName, ByAccessor: true);
    }

    private Node Property(Token word)
    {
        if (token.Is("[")) return NamedInBrackets(word, "[", "]");
        if (!Skip(".") && !Skip("?.")) return Stop(word.Offset, "expression-name-expected", word.Text);
        return token.Kind == TokenKind.Name ? Reading(word, Take()) : Unexpected();
    }

    // Only a literal name: a computed one could not be checked before publishing.
    private Node NamedInBrackets(Token word, string open, string close)
    {
        Expect(open);
        if (token.Kind != TokenKind.Text) return Stop(token.Offset, "expression-name-expected", word.Text);
        var name = Take();
        Expect(close);
        return Reading(word, name);
    }

    private Node Reading(Token word, Token name)
    {
        var isInput = word.Text is "input" or "getInput";
        (isInput ? inputs : variables).Add(Mentioned(name.Text, byAccessor: false, name.Offset));
        return isInput ? new Node.Input(name.Offset, name.Text) : new Node.Variable(name.Offset, name.Text, null);
    }

    private Mention Mentioned(string name, bool byAccessor, int offset)
    {
        var (line, column) = Faults.Place(text, offset);
        return new(name, byAccessor, line, column);
    }

    private Node.Literal UnknownName(int offset, string name)
    {
        faults.Note(offset, "expression-unknown-name", name);
        return Nothing(offset);
    }

    private Node.Literal UnknownFunction(int offset, string name)
    {
        faults.Note(offset, "expression-unknown-function", name);
        return Nothing(offset);
    }

    private void NoteCount(int offset, Callable called, int given)
    {
        if (given < called.Fewest || given > called.Most)
            faults.Note(offset, "expression-argument-count", called.Name, Print(called.Fewest), Print(called.Most), Print(given));
    }
}
