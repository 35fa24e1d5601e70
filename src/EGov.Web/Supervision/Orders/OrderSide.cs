namespace EGov.Web.Supervision.Orders;

/// <summary>From which side an order is looked at.</summary>
public enum OrderSide
{
    /// <summary>By somebody who may read it and has nothing to do with it.</summary>
    Onlooker,

    /// <summary>By an officer of the body it goes to.</summary>
    Body,

    /// <summary>By supervision.</summary>
    Supervision,
}
