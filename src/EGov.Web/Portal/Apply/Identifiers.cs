using System.Globalization;
using System.Text.RegularExpressions;

namespace EGov.Web.Portal.Apply;

/// <summary>Numbers that carry their own check, so that a slip of the finger is found before anyone works on it.</summary>
internal static partial class Identifiers
{
    private const string ResidentMap = "10X98765432";
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] ResidentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>公民身份号码 by GB 11643-1999: region, a day of birth that exists and is not in the future, and the check digit.</summary>
    public static bool IsResidentId(string number, DateOnly today)
    {
        if (!ResidentForm().IsMatch(number)) return false;
        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)) return false;
        if (born > today || born.Year < 1850) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (number[i] - '0') * ResidentWeights[i];
        return ResidentMap[sum % 11] == number[17];
    }

    /// <summary>统一社会信用代码 by GB 32100-2015: 18 characters of an alphabet without I, O, S, V, Z, the last of them the check.</summary>
    public static bool IsCreditCode(string code)
    {
        if (code.Length != 18) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var value = CreditAlphabet.IndexOf(code[i], StringComparison.Ordinal);
            if (value < 0) return false;
            sum += value * CreditWeights[i];
        }

        return CreditAlphabet[(31 - (sum % 31)) % 31] == code[17];
    }

    /// <summary>A mobile number of the mainland: messages go there.</summary>
    public static bool IsMobile(string number) => MobileForm().IsMatch(number);

    // Regions of GB/T 2260 begin with 11 to 15, 21 to 23, 31 to 37, 41 to 46, 50 to 54, 61 to 65, 71, 81 to 83 and 91.
    [GeneratedRegex("^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)[0-9]{15}[0-9X]\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ResidentForm();

    [GeneratedRegex("^1[3-9][0-9]{9}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex MobileForm();
}
