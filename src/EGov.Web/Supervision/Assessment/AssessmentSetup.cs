namespace EGov.Web.Supervision.Assessment;

/// <summary>What the pages of assessment and publication need.</summary>
internal static class AssessmentSetup
{
    public static IServiceCollection AddAssessment(this IServiceCollection services) =>
        services.AddScoped<AssessmentDesk>().AddSingleton<Publication.PublicationDesk>();
}
