using EGov.Benchmarks;

if (args is not ["compare" or "designer", ..])
{
    await Console.Error.WriteLineAsync(
        """
        usage: compare [seconds per figure] [engine] [sqlite] [postgres]   (all three when none is named; PostgreSQL figures need EGOV_POSTGRES)
               designer                                                    (needs Chromium and the browser packages)
        """);
    return 2;
}

var folder = Directory.CreateTempSubdirectory("egov-bench-").FullName;
try
{
    if (args[0] == "designer")
    {
        await foreach (var figure in DesignerFigures.AllAsync(folder)) figure.Print();
        return 0;
    }

    var duration = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5);
    if (IsWanted("engine")) foreach (var figure in EngineFigures.All(duration)) figure.Print();
    if (IsWanted("sqlite")) await foreach (var figure in Comparison.OnSqliteAsync(folder, duration)) figure.Print();
    if (IsWanted("postgres")) await foreach (var figure in Comparison.OnPostgresAsync(folder, duration)) figure.Print();
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

bool IsWanted(string part) => args.Length < 3 || args.AsSpan(2).Contains(part);
