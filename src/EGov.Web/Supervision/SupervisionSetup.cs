using EGov.Web.Desk.Cards;
using EGov.Web.Supervision.Cards;
using EGov.Web.Supervision.Letters;
using EGov.Web.Supervision.Orders;
using EGov.Web.Supervision.Overview;

namespace EGov.Web.Supervision;

/// <summary>What the supervisors' room is made of.</summary>
internal static class SupervisionSetup
{
    public static IServiceCollection AddSupervisionRoom(this IServiceCollection services) =>
        services.AddSingleton<OfficeNames>().AddScoped<OverviewTeller>().AddScoped<CardTeller>().AddScoped<CardVisit>().AddScoped<OrderTeller>().AddScoped<AdviceTeller>().AddScoped<OwnCards>();
}
