using EGov.Runtime.Supervision;

namespace EGov.Web.Supervision.Orders;

/// <summary>How an order (督办单) stands.</summary>
internal static class OrderWords
{
    public static string StateOf(SupervisionOrder order) => order.ClosedAt is not null ? "sup-order-closed" : order.RepliedAt is not null ? "sup-order-replied" : "sup-order-waits";
}
