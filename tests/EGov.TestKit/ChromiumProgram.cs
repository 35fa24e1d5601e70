namespace EGov.TestKit;

/// <summary>Where Debian puts Chromium.</summary>
public static class ChromiumProgram
{
    private const string Whole = "/usr/bin/chromium";
    private const string Shell = Whole + "-headless-shell";

    /// <summary>The browser without a desktop where it is installed, for it costs half; else the whole one, which may be missing too.</summary>
    public static string Path { get; } = File.Exists(Shell) ? Shell : Whole;
}
