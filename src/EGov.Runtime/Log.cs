using EGov.Engine;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime;

/// <summary>Everything this project logs: 1000 cases, 2000 deadlines, 3000 outbox, 4000 catalog, 5000 accounts, 6000 documents, 7000 supervision. Ids and codes, never names or texts.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "{CaseId}: {Order} by {Actor}: {Outcome} (repeat: {IsRepeat}) in {Milliseconds:F1} ms")]
    public static partial void OrderAnswered(this ILogger log, CaseId caseId, string order, UserId actor, string outcome, bool isRepeat, double milliseconds);

    [LoggerMessage(2000, LogLevel.Information, "Sweep: {WokenCases} cases woken, {Errands} errands run")]
    public static partial void Swept(this ILogger log, int wokenCases, int errands);

    [LoggerMessage(2001, LogLevel.Warning, "{CaseId}: wake-up refused: {Code}")]
    public static partial void WakeUpRefused(this ILogger log, CaseId caseId, string code);

    [LoggerMessage(2002, LogLevel.Error, "{CaseId}: could not be woken; tried again at the next sweep")]
    public static partial void WakeUpFailed(this ILogger log, Exception failure, CaseId caseId);

    [LoggerMessage(2003, LogLevel.Warning, "{CaseId}: errand of event {EventNumber} refused: {Code}")]
    public static partial void ErrandRefused(this ILogger log, CaseId caseId, int eventNumber, string code);

    [LoggerMessage(2004, LogLevel.Error, "{CaseId}: errand of event {EventNumber} failed; tried again at the next sweep")]
    public static partial void ErrandFailed(this ILogger log, Exception failure, CaseId caseId, int eventNumber);

    [LoggerMessage(2005, LogLevel.Information, "Sweep: {Cases} open cases counted anew with the newest calendar")]
    public static partial void CasesRedated(this ILogger log, int cases);

    [LoggerMessage(2006, LogLevel.Warning, "{CaseId}: not counted anew: {Code}")]
    public static partial void RedatingRefused(this ILogger log, CaseId caseId, string code);

    [LoggerMessage(2007, LogLevel.Error, "{CaseId}: could not be counted anew; tried again at the next sweep")]
    public static partial void RedatingFailed(this ILogger log, Exception failure, CaseId caseId);

    [LoggerMessage(3000, LogLevel.Information, "{MessageId}: sent to the gateway at attempt {Attempt}")]
    public static partial void MessageSent(this ILogger log, string messageId, int attempt);

    [LoggerMessage(3001, LogLevel.Warning, "{MessageId}: attempt {Attempt} failed: {Reason}; now {State}")]
    public static partial void MessageFailed(this ILogger log, string messageId, int attempt, string reason, string state);

    [LoggerMessage(3002, LogLevel.Error, "{MessageId}: could not be handled; tried again at the next round")]
    public static partial void MessageBroken(this ILogger log, Exception failure, string messageId);

    [LoggerMessage(4000, LogLevel.Information, "Catalog: {Items} items, {Definitions} versions of definitions")]
    public static partial void CatalogLoaded(this ILogger log, int items, int definitions);

    [LoggerMessage(4001, LogLevel.Information, "{DefinitionId} version {Version}: draft saved for the {Revision}. time by {Actor}")]
    public static partial void DraftSaved(this ILogger log, string definitionId, int version, int revision, UserId actor);

    [LoggerMessage(4002, LogLevel.Information, "{DefinitionId} version {Version}: published by {Actor}")]
    public static partial void VersionPublished(this ILogger log, string definitionId, int version, UserId actor);

    [LoggerMessage(4003, LogLevel.Information, "{DefinitionId} version {Version}: retired by {Actor}")]
    public static partial void VersionRetired(this ILogger log, string definitionId, int version, UserId actor);

    [LoggerMessage(4004, LogLevel.Information, "{DefinitionId} version {Version}: draft deleted by {Actor}")]
    public static partial void DraftDeleted(this ILogger log, string definitionId, int version, UserId actor);

    [LoggerMessage(4005, LogLevel.Information, "Working calendar {Version} in force instead of {Amends}, by {Actor}")]
    public static partial void CalendarAmended(this ILogger log, string version, string amends, UserId actor);

    [LoggerMessage(4006, LogLevel.Warning, "The file brings the working calendar {Version}, which is not in force; {InForce} is, until an administrator amends it")]
    public static partial void CalendarNotInForce(this ILogger log, string version, string inForce);

    [LoggerMessage(4007, LogLevel.Warning, "The catalog could not be read again; what is known stays in use")]
    public static partial void CatalogNotRefreshed(this ILogger log, Exception failure);

    [LoggerMessage(5000, LogLevel.Information, "Account {UserName} created")]
    public static partial void AccountCreated(this ILogger log, string userName);

    [LoggerMessage(6000, LogLevel.Information, "{Applications} applications that were never handed in and {Documents} documents of such forgotten")]
    public static partial void Tidied(this ILogger log, int applications, int documents);

    [LoggerMessage(6001, LogLevel.Warning, "An upload was not taken; the scanner says: {Answer}")]
    public static partial void ScannerAnswered(this ILogger log, string answer);

    [LoggerMessage(7000, LogLevel.Information, "Supervision: {Cards} cards raised by time alone")]
    public static partial void CardsRaised(this ILogger log, int cards);

    [LoggerMessage(7001, LogLevel.Error, "{CaseId}: could not be looked at; tried again at the next sweep")]
    public static partial void LookFailed(this ILogger log, Exception failure, CaseId caseId);

    [LoggerMessage(7002, LogLevel.Information, "Rules of supervision: edition {Number} in force from {From}")]
    public static partial void RulesChanged(this ILogger log, int number, DateTimeOffset from);

    [LoggerMessage(6002, LogLevel.Error, "The virus scanner cannot be asked; uploads are refused")]
    public static partial void ScannerAway(this ILogger log, Exception failure);
}
