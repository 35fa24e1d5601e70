namespace EGov.Engine.Definitions.Reading;

/// <summary>An object whose members are asked for by name and kind; what is of another kind becomes a finding.</summary>
/// <param name="Map">The object.</param>
/// <param name="Findings">Where wrong kinds are noted.</param>
/// <param name="Activity">The activity it belongs to, when there is one.</param>
internal readonly record struct Form(Written.Map Map, Findings Findings, ActivityId? Activity = null)
{
    public Place Place => Map.Place;

    /// <summary>A text, or null.</summary>
    public string? Text(string name)
    {
        if (Map.Find(name) is not { } written) return null;
        if (written is Written.Plain { Value: Value.Text text }) return text.Content;
        return Wrong<string>(written, name, "text");
    }

    /// <summary>A text that people read on one line or that things refer to: without control characters; null when blank.</summary>
    public string? Name(string name)
    {
        if (Text(name) is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        if (text.Any(char.IsControl)) Complain(name, "control-character", name);
        return text;
    }

    /// <summary>A whole number, or null.</summary>
    public int? Whole(string name)
    {
        if (Map.Find(name) is not { } written) return null;
        if (written is Written.Plain { Value: Value.Number number } && number.ToInteger() is { } whole) return whole;
        Wrong<string>(written, name, "whole-number");
        return null;
    }

    /// <summary>True or false; false when absent.</summary>
    public bool Yes(string name)
    {
        if (Map.Find(name) is not { } written) return false;
        if (written is Written.Plain { Value: Value.Bool yes }) return yes.Content;
        Wrong<string>(written, name, "true-or-false");
        return false;
    }

    /// <summary>An object, or null.</summary>
    public Form? Inner(string name)
    {
        if (Map.Find(name) is not { } written) return null;
        if (written is Written.Map map) return this with { Map = map };
        Wrong<string>(written, name, "object");
        return null;
    }

    /// <summary>The items of a list; none when absent.</summary>
    public IEnumerable<Written> Items(string name)
    {
        if (Map.Find(name) is not { } written) return [];
        return written is Written.List list ? list.Items : Wrong<Written[]>(written, name, "list") ?? [];
    }

    /// <summary>The objects of a list; none when absent.</summary>
    public IEnumerable<Form> Forms(string name)
    {
        foreach (var item in Items(name))
        {
            if (item is Written.Map map) yield return this with { Map = map };
            else Wrong<string>(item, name, "object");
        }
    }

    /// <summary>The texts of a list, without blank ones and control characters; none when absent.</summary>
    public IEnumerable<string> Names(string name)
    {
        foreach (var item in Items(name))
        {
            if (item is not Written.Plain { Value: Value.Text { Content: var text } } || string.IsNullOrWhiteSpace(text)) Wrong<string>(item, name, "text");
            else if (text.Any(char.IsControl)) Findings.Add(item.Place, Activity, "control-character", name);
            else yield return text;
        }
    }

    /// <summary>A finding about a member, or about the object when the member is absent.</summary>
    public void Complain(string name, string code, params string[] arguments) =>
        Findings.Add(Map.Find(name)?.Place ?? Place, Activity, code, arguments);

    private T? Wrong<T>(Written written, string name, string expected) where T : class
    {
        Findings.Add(written.Place, Activity, "member-wrong-type", name, expected);
        return null;
    }
}
