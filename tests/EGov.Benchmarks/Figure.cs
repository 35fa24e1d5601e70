using System.Text.Json;

namespace EGov.Benchmarks;

/// <summary>One figure, printed as one JSON line.</summary>
/// <param name="Metric">What was measured.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Limit">The limit measured in the same run on the same disk, or the number promised; null when there is none.</param>
internal sealed record Figure(string Metric, double Value, string Unit, double? Limit = null)
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public void Print() => Console.WriteLine(JsonSerializer.Serialize(
        new { metric = Metric, value = Round(Value), unit = Unit, limit = Limit is { } l ? Round(l) : (double?)null, ratio = Limit is { } of && of > 0 ? Round(Value / of) : (double?)null }, Lines));

    private static double Round(double number) => number >= 100 ? Math.Round(number) : Math.Round(number, 3);
}
