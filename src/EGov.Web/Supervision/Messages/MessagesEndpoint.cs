using EGov.Runtime.Catalog;
using EGov.Runtime.Outbox;
using EGov.Web.Gateway;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Supervision.Messages;

/// <summary>消息监督: what was told to whom and what became of it; looked at by supervisors, changed by nobody here.</summary>
internal static class MessagesEndpoint
{
    public const string Address = "/supervision/messages";

    private const int PerPage = 50;
    private const int Farthest = 1_000_000;

    public static void Map(IEndpointRouteBuilder room) => room.MapGet("messages", ShowAsync);

    private static async Task<RazorComponentResult<MessagesPage>> ShowAsync(
        PageFrame frame, MessageBoard board, MessageWording wording, OfficeNames offices, WorkflowCatalog catalog, TimeProvider time, [AsParameters] MessagesQuery query, int? skip, CancellationToken stop)
    {
        var from = Math.Clamp(skip ?? 0, 0, Farthest);
        var filter = query.ToFilter(catalog.Calendar, time.GetUtcNow());
        var found = await board.FindAsync(filter, from, PerPage + 1, stop);
        return new(new
        {
            Frame = frame, Query = query, Counts = await board.CountsAsync(filter, stop), Found = found.Take(PerPage).ToList(), Teller = (object)wording, Bodies = (await offices.ReadAsync(stop)).Bodies(),
            Next = found.Length > PerPage ? from + PerPage : default(int?), Previous = from > 0 ? Math.Max(0, from - PerPage) : default(int?),
        });
    }
}
