using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;

namespace EGov.Runtime.Seeding;

/// <summary>An applicant who does not exist: a usual name, a number whose check digit is right and whose region is not in use, a telephone nobody has.</summary>
internal static class InventedPerson
{
    private const string Families = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文建国海燕志新云红春梅俊宇婷浩晨欣";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The personal part of an application for an item.</summary>
    public static NewApplication Applying(Item item, string channel, Random luck)
    {
        var (name, number, phone) = (Name(luck), ResidentId(luck), "1990000" + luck.Next(10_000).ToString("D4", CultureInfo.InvariantCulture));
        var form = new JsonObject { ["applicantName"] = name, ["idType"] = "resident-id", ["idNumber"] = number, ["mobile"] = phone };
        if (item.Facts.TryGetProperty("form", out var schema) && schema.TryGetProperty("required", out var required))
            foreach (var field in required.EnumerateArray())
                if (field.GetString() is { } wanted && !form.ContainsKey(wanted)) form[wanted] = Answer(schema.GetProperty("properties").GetProperty(wanted), name, luck);
        return new(form.ToJsonString(), name, "resident-id", number, phone, channel, QueryPasswordHash: null);
    }

    public static string Name(Random luck) =>
        string.Concat(Families[luck.Next(Families.Length)], Given[luck.Next(Given.Length)], luck.Next(3) == 0 ? "" : Given[luck.Next(Given.Length)]);

    private static JsonNode? Answer(JsonElement field, string name, Random luck) => field switch
    {
        _ when field.TryGetProperty("enum", out var offered) => JsonNode.Parse(offered[luck.Next(offered.GetArrayLength())].GetRawText()),
        _ when TypeOf(field) is "number" or "integer" => luck.Next(20, 400),
        _ when TypeOf(field) == "boolean" => luck.Next(2) == 0,
        _ when TypeOf(field) == "array" => new JsonArray(),
        _ when field.TryGetProperty("format", out var format) && format.GetString() == "date" => "2026-03-02",
        _ when field.TryGetProperty("x-check", out _) => "91330102MA00000000",
        _ => $"{name}（虚构）",
    };

    private static string? TypeOf(JsonElement field) => field.TryGetProperty("type", out var type) ? type.GetString() : null;

    /// <summary>A number by GB 11643 of region 330100, which names a city and no district and so belongs to nobody.</summary>
    private static string ResidentId(Random luck)
    {
        var born = new DateOnly(1955, 1, 1).AddDays(luck.Next(365 * 50));
        var digits = string.Create(CultureInfo.InvariantCulture, $"330100{born:yyyyMMdd}{luck.Next(1000):D3}");
        return digits + "10X98765432"[digits.Select((digit, place) => (digit - '0') * Weights[place]).Sum() % 11];
    }
}
