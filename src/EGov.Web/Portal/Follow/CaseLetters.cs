using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Outbox;
using EGov.Runtime.Portal;

namespace EGov.Web.Portal.Follow;

/// <summary>What lies beside a case and not in it: letters both ways, the rating, the words of messages that were sent.</summary>
internal sealed class CaseLetters(CaseMessages messages, Ratings ratings, MessageWords words)
{
    public Task<Rating?> RatingAsync(CaseId number, CancellationToken stop) => ratings.FindAsync(number, stop);

    /// <summary>How many letters of the office the applicant has not seen.</summary>
    public async Task<int> UnreadAsync(CaseId number, CancellationToken stop) => (await messages.OfAsync(number, stop)).Count(message => message is { By: not null, ReadAt: null });

    /// <summary>The words of a message, in the reader's language.</summary>
    public string Words(CaseState state, MessageEntry message) => words.Write(state.DefinitionId, state.Case, message.Template, message.Arguments, CultureInfo.CurrentUICulture.Name);
}
