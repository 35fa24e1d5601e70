using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Definitions;

/// <content>JavaScript's own conversions: <c>Boolean(x)</c>, <c>Number(x)</c> and <c>String(x)</c>.</content>
public abstract partial record Value
{
    /// <summary>JavaScript's truthiness: null, false, 0, not-a-number and the empty text are false, everything else is true.</summary>
    /// <remarks>The text <c>"False"</c> is therefore true; for what Studio's check box wrote, ask <see cref="ToBoolean"/>.</remarks>
    public bool IsTrue => this switch
    {
        Bool truth => truth.Content,
        Number number => number.Content is not 0 and not double.NaN,
        Text text => text.Content.Length > 0,
        Nothing => false,
        _ => true,
    };

    /// <summary>JavaScript's <c>String(x)</c>: a list is its texts joined by commas, a map is <c>[object Object]</c>.</summary>
    public string AsText() => this switch
    {
        Text text => text.Content,
        Number number => NumberText.Print(number.Content),
        Bool truth => truth.Content ? "true" : "false",
        Nothing => "null",
        List list => Join(list, ","),
        _ => "[object Object]",
    };

    /// <summary>JavaScript's <c>Number(x)</c>: null is 0, a text is read as a number or becomes not-a-number.</summary>
    public double AsNumber() => this switch
    {
        Number number => number.Content,
        Bool truth => truth.Content ? 1 : 0,
        Nothing => 0,
        Map => double.NaN,
        _ => NumberText.Read(AsText()),
    };

    /// <summary>JavaScript's <c>list.join(separator)</c>: null items are empty.</summary>
    internal static string Join(List list, string separator) =>
        string.Join(separator, list.Items.Select(item => item is Nothing ? "" : item.AsText()));
}
