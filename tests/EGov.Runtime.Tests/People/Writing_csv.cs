using EGov.Runtime.People;

namespace EGov.Runtime.Tests.People;

public sealed class Writing_csv
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=a\"b", "\"'=a\"\"b\"")]
    public void a_cell_that_would_be_a_formula_is_written_as_text(string cell, string written) => Assert.Equal(written + "\r\n", CsvText.Write([[cell]]));
}
