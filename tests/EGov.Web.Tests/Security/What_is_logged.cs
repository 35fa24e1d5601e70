using Microsoft.Extensions.Logging;

namespace EGov.Web.Tests.Security;

/// <summary>Logs say which case and which officer, never anything of an applicant. Every office of these tests is read by the same watch and fails its class when it finds something.</summary>
public sealed class What_is_logged
{
    [Theory]
    [InlineData("sent to 13800000000")]
    [InlineData("identity 11010519491231002X refused")]
    [InlineData("applicant 王小满")]
    public void about_a_person_is_noticed(string line)
    {
        using var watch = new LogWatch();
        watch.CreateLogger("any").Log(LogLevel.Information, default, line, null, (text, _) => text);
        Assert.Equal([$"any: {line} "], watch.Indiscreet);
    }

    [Fact]
    public async Task says_which_case_and_nothing_of_the_applicant()
    {
        await using var office = new Office();
        var licence = await FoodLicence.AcceptedAsync(office);
        Assert.True(office.LogLines > 3, "Orders are logged.");
        Assert.NotEqual("", licence.Number);
    }
}
