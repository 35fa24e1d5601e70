using System.Buffers;
using System.Globalization;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>Numbers as JavaScript writes and reads them (ECMAScript, Number::toString and StringToNumber).</summary>
internal static class NumberText
{
    private const double LargestWholeNumber = 9_007_199_254_740_991; // beyond 2^53 not every whole number is a double
    private static readonly SearchValues<char> DecimalCharacters = SearchValues.Create("0123456789.+-eE");

    /// <summary>The shortest text that reads back as the same number; an exponent only below 1e-6 and from 1e21.</summary>
    public static string Print(double number)
    {
        if (Math.Floor(number) == number && Math.Abs(number) <= LargestWholeNumber)
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";

        var (digits, point) = ShortestDigits(Math.Abs(number));
        return (number < 0 ? "-" : "") + Lay(digits, point);
    }

    /// <summary>A text as a number: blanks around it are ignored, the empty text is 0, anything unreadable is not-a-number.</summary>
    public static double Read(string text)
    {
        var figures = WhiteSpace.Trim(text);
        if (figures.Length == 0) return 0;
        if (figures.Length > 2 && figures[0] == '0' && ReadWithBase(figures) is { } whole) return whole;
        return figures switch
        {
            "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => ReadDecimal(figures),
        };
    }

    /// <summary>Digits with a point and an exponent; not-a-number when there is anything else.</summary>
    public static double ReadDecimal(ReadOnlySpan<char> figures)
    {
        // .NET also reads words of its own ("NaN", "∞"), so the characters are judged first.
        const NumberStyles Figures = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !figures.ContainsAnyExcept(DecimalCharacters) && double.TryParse(figures, Figures, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.NaN;
    }

    /// <summary>A number written <c>0x</c>, <c>0o</c> or <c>0b</c>, up to 64 bits; null when it is none.</summary>
    public static double? ReadWithBase(ReadOnlySpan<char> figures)
    {
        var bits = char.ToLowerInvariant(figures[1]) switch { 'x' => 4, 'o' => 3, 'b' => 1, _ => 0 };
        if (bits == 0 || (figures.Length - 2) * bits > 64) return null;
        ulong whole = 0;
        foreach (var figure in figures[2..])
        {
            if (!char.IsAsciiHexDigit(figure) || Convert.ToInt32(figure.ToString(), 16) is var digit && digit >= 1 << bits) return null;
            whole = (whole << bits) | (uint)digit;
        }

        return whole;
    }

    // .NET's "E16" rounds, "R" is shortest: 1.2345E-07 gives the digits 12345 and the point before the first of them, six places to the left.
    private static (string Digits, int Point) ShortestDigits(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var zeros = digits.Length - digits.TrimStart('0').Length;
        var point = (dot < 0 ? mantissa.Length : dot) + exponent - zeros;
        return (digits.Trim('0'), point);
    }

    // The cases of ECMAScript's Number::toString, with n = point and k = digits.Length.
    private static string Lay(string digits, int point)
    {
        if (point is > 21 or <= -6) return LayWithExponent(digits, point - 1);
        if (point <= 0) return "0." + new string('0', -point) + digits;
        return point >= digits.Length ? digits.PadRight(point, '0') : digits[..point] + "." + digits[point..];
    }

    private static string LayWithExponent(string digits, int exponent) =>
        string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits.AsSpan(1)}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
}
