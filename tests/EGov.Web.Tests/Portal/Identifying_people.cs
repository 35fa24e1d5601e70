using EGov.Web.Portal.Apply;

namespace EGov.Web.Tests.Portal;

public sealed class Identifying_people
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("110105194912310021", false)] // the check digit is X
    [InlineData("11010519491231002x", false)]
    [InlineData("11010520991231002X", false)] // not born yet
    [InlineData("110105194902310020", false)] // no such day
    [InlineData("99010519491231002X", false)] // no such region
    [InlineData("11010519491231002X\n", false)]
    [InlineData("１1010519491231002X", false)]
    [InlineData("", false)]
    public void by_resident_identity_number(string number, bool isRight) => Assert.Equal(isRight, Identifiers.IsResidentId(number, Today));

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("11320000MB151840XJ", true)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100I000100Y43", false)] // I is not in the alphabet
    [InlineData("91350100M000100Y4", false)]
    public void by_unified_social_credit_code(string code, bool isRight) => Assert.Equal(isRight, Identifiers.IsCreditCode(code));

    [Fact]
    public void finds_every_single_slip_in_a_credit_code()
    {
        const string Right = "91350100M000100Y43";
        foreach (var place in Enumerable.Range(0, 18))
            foreach (var other in "0123456789ABCDEFGHJKLMNPQRTUWXY")
                if (other != Right[place]) Assert.False(Identifiers.IsCreditCode(Right[..place] + other + Right[(place + 1)..]));
    }

    [Theory]
    [InlineData("13800000000", true)]
    [InlineData("12800000000", false)]
    [InlineData("1380000000", false)]
    [InlineData("+8613800000000", false)]
    public void by_mobile_number(string number, bool isRight) => Assert.Equal(isRight, Identifiers.IsMobile(number));
}
