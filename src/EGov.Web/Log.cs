using EGov.Engine;

namespace EGov.Web;

/// <summary>Everything this project logs: 6000 pushed news. Ids and codes, never names or texts.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Warning, "{CaseId}: open viewers could not be told that it changed; they will hear of the next change")]
    public static partial void ViewersNotTold(this ILogger log, Exception failure, CaseId caseId);
}
