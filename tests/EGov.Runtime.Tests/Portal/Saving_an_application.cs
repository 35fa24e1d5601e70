using EGov.Runtime.Portal;

namespace EGov.Runtime.Tests.Portal;

/// <summary>An application that is not finished is kept thirty days after the last change, and then forgotten.</summary>
public abstract class Saving_an_application(DatabaseProvider provider) : OnDatabase(provider)
{
    private SavedApplications Saved => Host.Get<SavedApplications>();

    [ContractFact]
    public async Task the_last_words_count_and_others_are_untouched()
    {
        await Saved.SaveAsync("a", "first");
        await Saved.SaveAsync("b", "other");
        await Saved.SaveAsync("a", "second");
        Assert.Equal(("second", "other", null), (await Saved.FindAsync("a"), await Saved.FindAsync("b"), await Saved.FindAsync("c")));
        await Saved.ForgetAsync("a");
        Assert.Equal((null, "other"), (await Saved.FindAsync("a"), await Saved.FindAsync("b")));
    }

    [ContractFact]
    public async Task is_for_thirty_days_after_the_last_change()
    {
        await Saved.SaveAsync("a", "old");
        await Saved.SaveAsync("b", "kept up");
        Time.Advance(TimeSpan.FromDays(29));
        await Saved.SaveAsync("b", "kept up");
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Saved.FindAsync("a"));
        Assert.Equal(1, await Saved.ForgetLapsedAsync());
        Assert.Equal("kept up", await Saved.FindAsync("b"));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Saving_an_application_on_Sqlite() : Saving_an_application(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Saving_an_application_on_Postgres() : Saving_an_application(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Saving_an_application_on_SqlServer() : Saving_an_application(DatabaseProvider.SqlServer);
