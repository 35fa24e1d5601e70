using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Lead;

/// <summary>The rail of the leaders' room.</summary>
internal static class LeadRail
{
    public static IReadOnlyList<RailLink> Of(string here) =>
    [
        new("/lead", "gavel", Words.Say("lead-room"), here == "/lead"),
        new("/supervision/assessment", "chart-bar", Words.Say("assess-room"), here == "/supervision/assessment"),
        new("/desk", "inbox", Words.Say("inbox-mine")),
        new("/notices", "bell", Words.Say("notices-title")),
    ];
}
