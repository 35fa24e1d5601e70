using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Portal.Catalogue;

/// <summary>How long an item takes, in few words.</summary>
internal static class LimitText
{
    public static string Of(ListedItem item) => Of(item.PromisedLimitInWorkingDays);

    /// <param name="promisedLimitInWorkingDays">0 for what is decided on the spot.</param>
    public static string Of(int promisedLimitInWorkingDays) =>
        promisedLimitInWorkingDays > 0 ? Words.Say("home-promised", Figures.Of(promisedLimitInWorkingDays)) : Words.Say("home-on-the-spot");
}
