using EGov.Engine;
using EGov.Runtime.Documents;

namespace EGov.Runtime.Tests.Documents;

/// <summary>What is read is what was stored, or nothing.</summary>
[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Keeping_documents() : OnDatabase(DatabaseProvider.Sqlite)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 hello"u8];

    private DocumentStore Store => Host.Get<DocumentStore>();

    [ContractFact]
    public async Task the_same_bytes_are_kept_once()
    {
        var first = (await SaveAsync(Pdf, "a.pdf")).Document!;
        var second = (await SaveAsync(Pdf, "b.pdf")).Document!;

        Assert.Equal(first.Content, second.Content);
        Assert.Equal("application/pdf", first.MediaType);
        Assert.Single(Directory.GetFiles(Path.Combine(Database.Folder, "data", "documents"), "*", SearchOption.AllDirectories));
        Assert.Equal("a.pdf", (await Store.FindAsync(first.Content))!.Name);
        Assert.Equal(Pdf, await Store.ReadAsync(first.Content));
    }

    [ContractFact]
    public async Task a_file_that_was_changed_on_disk_is_not_given_out()
    {
        var kept = (await SaveAsync(Pdf, null)).Document!;
        await File.WriteAllTextAsync(Directory.GetFiles(Path.Combine(Database.Folder, "data", "documents"), "*", SearchOption.AllDirectories).Single(), "%PDF-forged");
        Assert.Null(await Store.ReadAsync(kept.Content));
        Assert.Null(await Store.ReadAsync(new("../../etc/passwd")));
    }

    [ContractFact]
    public async Task only_pdf_png_and_jpeg_up_to_twenty_megabytes_are_taken()
    {
        Assert.Equal(DocumentRefusal.Empty, (await SaveAsync([], "a.pdf")).Refusal);
        Assert.Equal(DocumentRefusal.KindNotAllowed, (await SaveAsync([.. "<html>"u8], "a.pdf")).Refusal);
        Assert.Equal(DocumentRefusal.TooLarge, (await SaveAsync([.. Pdf, .. new byte[DocumentStore.MostBytes]], "a.pdf")).Refusal);
        Assert.Equal("image/png", (await SaveAsync([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1], null)).Document!.MediaType);
        Assert.Equal("image/jpeg", (await SaveAsync([0xFF, 0xD8, 0xFF, 0xE0], null)).Document!.MediaType);
    }

    [ContractFact]
    public async Task what_was_never_handed_in_is_forgotten_when_its_time_is_over()
    {
        var (lent, kept, prolonged) = (await LendAsync([.. Pdf, 1], days: 31), await LendAsync([.. Pdf, 2], days: 31), await LendAsync([.. Pdf, 3], days: 31));
        await Store.KeepAsync([kept], until: null);
        await Store.KeepAsync([kept, prolonged], Time.GetUtcNow().AddDays(60));

        Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await Store.ForgetLapsedAsync());
        Assert.Null(await Store.FindAsync(lent));
        Assert.Null(await Store.ReadAsync(lent));
        Assert.NotNull(await Store.ReadAsync(kept));
        Assert.NotNull(await Store.ReadAsync(prolonged));

        Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(1, await Store.ForgetLapsedAsync());
        Assert.Null(await Store.ReadAsync(prolonged));
        Assert.NotNull(await Store.ReadAsync(kept));
        Assert.Single(Directory.GetFiles(Path.Combine(Database.Folder, "data", "documents"), "*", SearchOption.AllDirectories));
    }

    [ContractFact]
    public async Task what_is_on_a_file_stays_when_somebody_begins_an_application_with_the_same()
    {
        var filed = (await SaveAsync(Pdf, null)).Document!.Content;
        Assert.Equal(filed, await LendAsync(Pdf, days: 1));
        var lent = await LendAsync([.. Pdf, 1], days: 1);
        Assert.Equal(lent, (await SaveAsync([.. Pdf, 1], null)).Document!.Content);
        Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await Store.ForgetLapsedAsync());
        Assert.NotNull(await Store.ReadAsync(filed));
        Assert.NotNull(await Store.ReadAsync(lent));
    }

    private async Task<TextHash> LendAsync(byte[] bytes, int days)
    {
        using var content = new MemoryStream(bytes);
        return (await Store.SaveAsync(content, null, Time.GetUtcNow().AddDays(days))).Document!.Content;
    }

    private async Task<DocumentReceipt> SaveAsync(byte[] bytes, string? name)
    {
        using var content = new MemoryStream(bytes);
        return await Store.SaveAsync(content, name);
    }
}
