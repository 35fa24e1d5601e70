using System.Globalization;
using System.Text.Json.Nodes;
using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;
using Xunit.Abstractions;

namespace EGov.Engine.Tests.Clocks;

/// <summary>Every order the law knows, in any sequence, on a million clocks: after each order the due date is the one found by walking day by day.</summary>
public sealed class A_million_clocks(ITestOutputHelper output)
{
    private const int Clocks = 1_000_000;
    private static readonly Edition[] Editions = [new(OfficeCalendar.Json), .. Enumerable.Range(2, 59).Select(number => new Edition(LaterEdition(number)))];

    [Fact]
    public void with_suspensions_extensions_deemed_acceptance_and_amendments_are_due_on_the_day_found_by_walking()
    {
        var told = new int[Enum.GetValues<Order>().Length];
        var (compared, still, overlapping) = (0L, 0, 0);
        for (var seed = 0; seed < Clocks; seed++)
        {
            var pair = new Pair(new Dice(seed));
            compared += Same(pair, seed);
            for (var orders = pair.Dice.Throw(0, 6); orders > 0; orders--)
            {
                told[(int)pair.Play()]++;
                compared += Same(pair, seed);
            }

            if (pair.Clock.Due is null) still++;
            if (pair.MostOpen > 1) overlapping++;
        }

        output.WriteLine($"{Clocks} clocks, {compared} due dates compared, 0 differ; {still} stood still at the end, {overlapping} were suspended twice at once.");
        output.WriteLine(string.Join(", ", Enum.GetValues<Order>().Select(order => $"{order} {told[(int)order]}")));
        Assert.All(told, number => Assert.True(number > 100_000));
        Assert.True(overlapping > 100_000);
    }

    private static int Same(Pair pair, int seed)
    {
        var due = pair.Walk.Due();
        if (pair.Clock.Due != due) Assert.Fail($"Clock {seed}: {pair.Clock.Due:O} instead of {due:O}.");
        if (pair.Clock.WorkingDaysLeft(pair.Today, pair.Calendar) != pair.Walk.Left(pair.Today)) Assert.Fail($"Clock {seed}: other days left on {pair.Today:O}.");
        return 1;
    }

    /// <summary>The office's calendar with a dozen days of the last years turned round: worked ones off, days off worked.</summary>
    private static string LaterEdition(int number)
    {
        var (root, dice, before) = (JsonNode.Parse(OfficeCalendar.Json)!, new Dice(number), new DayByDay());
        root["version"] = $"cn-2026.{number}";
        foreach (var day in Enumerable.Range(0, 12).Select(_ => dice.Day(new(2023, 1, 1), new(2026, 12, 31))).Distinct())
        {
            var year = root["years"]!.AsArray().Single(it => (int)it!["year"]! == day.Year)!;
            Without(year[before.Works(day) ? "worked" : "off"]!.AsArray(), day);
            year[before.Works(day) ? "off" : "worked"]!.AsArray().Add(Text(day));
        }

        return root.ToJsonString();
    }

    /// <summary>Takes the day out of a list of days and ranges.</summary>
    private static void Without(JsonArray days, DateOnly day)
    {
        var kept = days.SelectMany(it => Range((string)it!)).Where(other => other != day).ToArray();
        days.Clear();
        foreach (var other in kept) days.Add(Text(other));
    }

    private static IEnumerable<DateOnly> Range(string text)
    {
        var ends = text.Split('/');
        for (var day = DateOnly.Parse(ends[0], CultureInfo.InvariantCulture); day <= DateOnly.Parse(ends[^1], CultureInfo.InvariantCulture); day = day.AddDays(1)) yield return day;
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private enum Order { Suspend, Resume, Extend, DeemAccepted, Amend }

    private sealed class Edition(string json)
    {
        public WorkingCalendar Calendar { get; } = SecondNotices.Read(json);

        public bool[] Worked { get; } = EGov.Engine.Tests.Clocks.Walk.WorkedDays(new DayByDay(json));
    }

    /// <summary>A clock of the engine and the oracle's, which hear the same orders.</summary>
    private sealed class Pair
    {
        private static readonly string[] Keys = ["a", "b", "c", "d"];

        public Pair(Dice dice)
        {
            (Dice, var limit) = (dice, dice.Throw(0, 45));
            Today = dice.Day(new(2022, 11, 1), new(2026, 12, 31));
            Calendar = Editions[0].Calendar;
            Clock = Clock.Start(ClockId.Statutory, limit, Today, [], null, Calendar);
            Walk = new(Editions[0].Worked, Today, limit);
        }

        public Dice Dice { get; }

        public DateOnly Today { get; private set; }

        public WorkingCalendar Calendar { get; private set; }

        public Clock Clock { get; private set; }

        public Walk Walk { get; }

        public int MostOpen { get; private set; }

        public Order Play()
        {
            Today = Today.AddDays(Dice.Throw(0, 12));
            var order = Dice.Throw(1, 20) switch { <= 7 => Order.Suspend, <= 13 => Order.Resume, <= 15 => Order.Extend, <= 17 => Order.DeemAccepted, _ => Order.Amend };
            switch (order)
            {
                case Order.Suspend: Suspend(Keys[Dice.Throw(0, 3)], Dice.OneIn(5) ? Today.AddDays(-Dice.Throw(1, 20)) : Today); break;
                case Order.Resume: Resume(Open() ?? Keys[Dice.Throw(0, 3)]); break;
                case Order.Extend: Extend(Dice.Throw(1, 15)); break;
                case Order.DeemAccepted: DeemAccepted(Dice.Throw(0, 9)); break;
                default: Amend(Editions[Dice.Throw(0, Editions.Length - 1)]); break;
            }

            MostOpen = Math.Max(MostOpen, Clock.Suspensions.Count(it => it.To is null));
            return order;
        }

        private string? Open() => Clock.Suspensions.FirstOrDefault(it => it.To is null)?.Key;

        private void Suspend(string key, DateOnly on)
        {
            Clock = Clock.Suspend(key, "test", null, on);
            Walk.Suspend(key, on);
        }

        private void Resume(string key)
        {
            Clock = Clock.Resume(key, Today, Calendar);
            Walk.Resume(key, Today);
        }

        private void Extend(int days)
        {
            Clock = Clock.Extend(days, UserId.System, null, Calendar);
            Walk.Extend(days);
        }

        /// <summary>Defects were not told in time: the limit runs from receipt, which was so many days earlier.</summary>
        private void DeemAccepted(int earlier)
        {
            var received = Clock.StartedOn.AddDays(-earlier);
            Clock = Clock.Redate(received, Calendar);
            Walk.Redate(received);
        }

        private void Amend(Edition later)
        {
            Calendar = later.Calendar;
            Clock = Clock.Redate(Clock.StartedOn, Calendar);
            Walk.Amend(later.Worked);
        }
    }
}
