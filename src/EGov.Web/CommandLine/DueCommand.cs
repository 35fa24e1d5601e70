using System.CommandLine;
using System.Globalization;
using System.Text;
using EGov.Engine.Clocks;
using EGov.Web.Http;

namespace EGov.Web.CommandLine;

/// <summary><c>due DATE DAYS</c>: when a limit ends; <c>due -</c> answers as many questions as standard input holds.</summary>
internal static class DueCommand
{
    public static Command Create()
    {
        var date = new Argument<string>("DATE") { Description = "Day of acceptance, YYYY-MM-DD; or - to read lines 'DATE DAYS' from standard input." };
        var days = new Argument<string?>("DAYS") { Description = $"Limit in working days, 1 to {DueQuery.MaxLimitInWorkingDays}.", Arity = ArgumentArity.ZeroOrOne };
        var explain = new Option<bool>("--explain") { Description = "Says what each day was." };
        var command = new Command("due", "Prints the last day of a limit; the day of acceptance is not counted.") { date, days, explain };
        command.Validators.Add(result =>
        {
            if (result.GetValue(date) != "-" && result.GetValue(days) is null) result.AddError("DAYS is missing.");
            if (result.GetValue(date) == "-" && (result.GetValue(days) is not null || result.GetValue(explain))) result.AddError("'due -' takes no DAYS and no --explain.");
        });
        command.SetAction(async (parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (await WorkflowsFolder.ReadCalendarAsync(error, stop) is not { } calendar) return EGovCommandLine.Found;
            return parsed.GetValue(date) == "-"
                ? AnswerLines(Console.OpenStandardInput(), Console.OpenStandardOutput(), error, calendar)
                : Answer($"{parsed.GetValue(date)} {parsed.GetValue(days)}", parsed.GetValue(explain), calendar, output, error);
        });
        return command;
    }

    /// <summary>One date a line; a bad line is answered by an empty one, and by its problem on <paramref name="error"/>.</summary>
    public static int AnswerLines(Stream questions, Stream answers, TextWriter error, WorkingCalendar calendar)
    {
        var result = EGovCommandLine.Done;
        using var output = new StreamWriter(answers, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        Span<char> date = stackalloc char[10];
        var number = 0;
        foreach (var line in ShortLines.Of(questions, DueQuery.MaxCharacters))
        {
            var reply = DueQuery.Answer(line, calendar, ++number);
            if (reply.Answer is { } answer)
            {
                answer.Due.TryFormat(date, out var written, "O", CultureInfo.InvariantCulture);
                output.WriteLine(date[..written]);
                continue;
            }

            result = EGovCommandLine.Found;
            output.WriteLine();
            error.WriteLine(ProblemText.Of("-", reply.Problem!));
        }

        return result;
    }

    private static int Answer(string question, bool explain, WorkingCalendar calendar, TextWriter output, TextWriter error)
    {
        var reply = DueQuery.Answer(question, calendar);
        if (reply.Answer is not { } answer)
        {
            error.WriteLine(ProblemText.Of("due", reply.Problem!));
            return reply.Problem!.Code.StartsWith("bad-", StringComparison.Ordinal) ? EGovCommandLine.NotUnderstood : EGovCommandLine.Found;
        }

        output.WriteLine(answer.Due.ToString("O", CultureInfo.InvariantCulture));
        if (explain) Explain(answer, calendar, output);
        return EGovCommandLine.Done;
    }

    private static void Explain(DueAnswer answer, WorkingCalendar calendar, TextWriter output)
    {
        foreach (var day in DueDate.Explain(answer.AcceptedOn, answer.LimitInWorkingDays, [], calendar))
        {
            var counted = day.Counted ? $"{day.Count,4}" : "   -";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day.Day:O} {day.Day.DayOfWeek.ToString()[..3]} {counted}  {Name(day.Kind)}{(day.Note is null ? "" : ", " + day.Note)}"));
        }

        output.WriteLine($"calendar {answer.CalendarVersion}{(answer.Provisional ? ", provisional: the notice for that year is not known yet" : "")}");
    }

    private static string Name(DayKind kind) => kind switch
    {
        DayKind.WorkingDay => "working day",
        DayKind.MakeUpDay => "make-up working day",
        DayKind.Weekend => "weekend",
        _ => "holiday",
    };
}
