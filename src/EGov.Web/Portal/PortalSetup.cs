using EGov.Web.Letters;
using EGov.Web.Portal.Apply;
using EGov.Web.Portal.ApplyOnline;
using EGov.Web.Portal.Follow;
using EGov.Web.Portal.Messages;
using EGov.Web.Portal.Verify;
using EGov.Web.Window;
using EGov.Web.Window.AtWindow;

namespace EGov.Web.Portal;

/// <summary>What the public's pages need.</summary>
internal static class PortalSetup
{
    public static IServiceCollection AddPortal(this IServiceCollection services) => services
        .AddSingleton<ApplicantDoor>().AddSingleton<Counter>().AddSingleton<Catalogue.Catalogue>()
        .AddSingleton<DraftDesk>().AddSingleton<DraftDocuments>().AddSingleton<Submission>()
        .AddSingleton<CaseTicket>().AddSingleton<PasswordTries>().AddSingleton<LetterTries>().AddScoped<LetterRegister>().AddSingleton<CaseTeller>().AddSingleton<CaseLetters>().AddSingleton<Correspondence>()
        .AddSingleton<WindowDoor>().AddSingleton<WindowTicket>().AddSingleton<WindowTeller>().AddSingleton<LetterWriter>();
}
