namespace EGov.Web.Layout;

/// <summary>On to another page of ours, which may be told once what was just done: the act names the sentence itself, and no address can.</summary>
internal sealed class Onward : IResult
{
    private readonly string _address;
    private readonly string? _done;
    private readonly string[] _about;

    private Onward(string address, string? done, string[] about) => (_address, _done, _about) = (address, done, about);

    /// <summary>To an address of this site; any other is refused when the answer is written.</summary>
    /// <param name="address">Where to, as it stands: nothing in it tells anything.</param>
    /// <param name="done">The key of the sentence without its leading <c>done-</c>, or null to tell nothing.</param>
    /// <param name="about">What stands in its places; never a person.</param>
    public static Onward To(string address, string? done = null, params string[] about) => new(address, done, about);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await TypedResults.LocalRedirect(_address).ExecuteAsync(httpContext);
        if (_done is not null) Told.Leave(httpContext, _done, _about);
    }
}
