using EGov.Benchmarks;

var duration = TimeSpan.FromSeconds(3);
foreach (var figure in EngineFigures.All(duration)) figure.Print();
