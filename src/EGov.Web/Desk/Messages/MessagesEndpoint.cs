using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Portal;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Messages;

/// <summary>留言: what the applicant wrote, and the answer of a party of the item.</summary>
internal static class MessagesEndpoint
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases.MapGet("messages", ReadAsync).WithName("ReadMessages");
        cases.MapPost("messages", WriteAsync).WithName("WriteMessage");
    }

    private static async Task<Results<Ok<ImmutableArray<CaseMessage>>, ProblemHttpResult>> ReadAsync(string number, CurrentActor reader, CaseFiles files, CaseMessages messages, CancellationToken stop)
    {
        var id = new CaseId(number);
        if (await files.ReadAsync(id, stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        if (!ReadingRoom.MayRead(reader, file)) return Problems.Of(StatusCodes.Status403Forbidden, "not-readable");
        // An auditor looks on; only whoever handles the case has taken note.
        if (reader.PartyIn(file) is not null) await messages.MarkReadAsync(id, byApplicant: false, stop);
        return TypedResults.Ok(await messages.OfAsync(id, stop));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WriteAsync(string number, MessageRequest body, CurrentActor writer, CaseFiles files, CaseMessages messages, CancellationToken stop)
    {
        var id = new CaseId(number);
        if (await files.ReadAsync(id, stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        if (writer.PartyIn(file) is not { } party) return Problems.Of(StatusCodes.Status403Forbidden, "not-allowed");
        if (string.IsNullOrWhiteSpace(body.Text) || !Texts.IsShowable(body.Text, CaseMessages.LongestText)) return Problems.Of(StatusCodes.Status400BadRequest, "text-not-allowed", "text");
        return await messages.WriteAsync(id, body.Text.Trim(), (writer.Actor.User, party), stop) ? TypedResults.NoContent() : Problems.Of(StatusCodes.Status409Conflict, "messages-too-many");
    }
}

/// <summary>What is written.</summary>
internal sealed record MessageRequest(string Text);
