using EGov.Benchmarks;

if (args is not ["compare" or "designer" or "pages" or "deadlines" or "import", ..])
{
    await Console.Error.WriteLineAsync(
        """
        usage: compare [seconds per figure] [engine] [sqlite] [postgres]   (all three when none is named; PostgreSQL figures need EGOV_POSTGRES)
               designer                                                    (needs Chromium and the browser packages)
               pages [open cases] [seconds] [sqlite] [postgres]            (200,000 cases and 30 seconds when nothing is said; PostgreSQL needs EGOV_POSTGRES)
               import [officers]                                           (5,000 when nothing is said: the most a file may hold)
               deadlines [cases]                                           (100,000 when nothing is said; needs EGOV_POSTGRES)
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

    if (args[0] == "deadlines")
    {
        await foreach (var figure in DeadlineFigures.AllAsync(folder, Number(1, DeadlineFigures.UsualCases))) figure.Print();
        return 0;
    }

    if (args[0] == "import")
    {
        await foreach (var figure in ImportFigures.AllAsync(folder, Number(1, EGov.Runtime.People.OfficerImport.MostLines))) figure.Print();
        return 0;
    }

    if (args[0] == "pages")
    {
        var (cases, seconds) = (Number(1, PageFigures.UsualCases), TimeSpan.FromSeconds(Number(2, 30)));
        if (args.Length < 4 || args.AsSpan(3).Contains("sqlite")) await foreach (var figure in PageFigures.OnSqliteAsync(folder, cases, seconds)) figure.Print();
        if (args.Length < 4 || args.AsSpan(3).Contains("postgres")) await foreach (var figure in PageFigures.OnPostgresAsync(folder, cases, seconds)) figure.Print();
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

int Number(int place, int usual) => args.Length > place ? int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture) : usual;
