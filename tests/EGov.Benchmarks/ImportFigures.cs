using System.Diagnostics;
using System.Globalization;
using System.Text;
using EGov.Engine;
using EGov.Runtime.People;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Benchmarks;

/// <summary>批量导入: a file of new officers through the service behind the page, first tried, then done, then done once more; on SQLite.</summary>
internal static class ImportFigures
{
    private static readonly UserId Administrator = new("admin");

    public static async IAsyncEnumerable<Figure> AllAsync(string folder, int officers)
    {
        await using var host = await BenchHost.OnSqliteAsync(folder);
        var file = FileOf(officers);
        yield return await TimeAsync(host, "import.try", officers, file, ImportOutcome.Added, import => import.TryAsync(file, Administrator));
        yield return await TimeAsync(host, "import.do", officers, file, ImportOutcome.Added, import => import.DoAsync(file, Administrator));
        yield return await TimeAsync(host, "import.do-again", officers, file, ImportOutcome.Same, import => import.DoAsync(file, Administrator));
    }

    private static async Task<Figure> TimeAsync(
        BenchHost host, string metric, int officers, string file, ImportOutcome expected, Func<OfficerImport, Task<System.Collections.Immutable.ImmutableArray<ImportLine>>> act)
    {
        await using var scope = host.NewScope();
        var import = scope.ServiceProvider.GetRequiredService<OfficerImport>();
        var watch = Stopwatch.StartNew();
        var report = await act(import);
        watch.Stop();
        if (report.Count(line => line.Outcome == expected) != officers) throw new InvalidOperationException($"{metric}: {report.First(line => line.Outcome != expected)} of {file.Length} characters");
        return new(metric + ".s", watch.Elapsed.TotalSeconds, "s");
    }

    private static string FileOf(int officers)
    {
        var file = new StringBuilder("user_name,name,name_en,grade,posts,roles,phone\n");
        for (var at = 1; at <= officers; at++) file.Append(CultureInfo.InvariantCulture, $"officer-{at},张{at},Officer {at},{at % 4},food-intake fire,,0571-8000{at:0000}\n");
        return file.ToString();
    }
}
