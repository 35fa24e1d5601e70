using EGov.Web.Desk.Batch;
using EGov.Web.Desk.Inbox;
using EGov.Web.Desk.Notices;
using EGov.Web.Desk.Peek;
using EGov.Web.Desk.Tell;
using EGov.Web.Gateway;
using EGov.Web.Lead.Board;

namespace EGov.Web.Desk;

/// <summary>What the clerks' and the leaders' rooms are made of.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.AddScoped<InboxDesk>().AddScoped<PeekDesk>().AddScoped<NoticeWords>().AddSingleton<MessageWording>().AddScoped<TellDesk>().AddScoped<LeadDesk>().AddSingleton<BatchDesk>()
            .AddScoped<Handling.HandlingTeller>().AddSingleton<Handling.BesideTheCase>().AddScoped<Acts.Colleagues>().AddScoped<Acts.ActAsker>();
}
