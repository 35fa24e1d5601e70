namespace EGov.Web.Security;

/// <summary>Personal data as it is shown to whoever need not know it all.</summary>
internal static class PersonalMask
{
    /// <summary>王**.</summary>
    public static string Name(string name) => name.Length == 0 ? "" : string.Concat(name.EnumerateRunes().First().ToString(), new string('*', Math.Clamp(name.Length - 1, 1, 2)));
}
