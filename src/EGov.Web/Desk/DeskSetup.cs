using EGov.Web.Desk.Batch;
using EGov.Web.Desk.Inbox;
using EGov.Web.Desk.Peek;

namespace EGov.Web.Desk;

/// <summary>What the clerks' room is made of.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.AddScoped<InboxDesk>().AddScoped<PeekDesk>().AddSingleton<BatchDesk>().AddScoped<Handling.HandlingTeller>().AddScoped<Acts.Colleagues>().AddScoped<Acts.ActAsker>();
}
