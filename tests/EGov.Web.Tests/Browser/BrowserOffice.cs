namespace EGov.Web.Tests.Browser;

/// <summary>The office on a real port, for real browsers.</summary>
public class BrowserOffice : Office
{
    public BrowserOffice()
    {
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;
}
