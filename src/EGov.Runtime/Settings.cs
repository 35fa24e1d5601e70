using System.ComponentModel.DataAnnotations;

namespace EGov.Runtime;

/// <summary>Which database product.</summary>
public enum DatabaseProvider
{
    /// <summary>A file; one process.</summary>
    Sqlite,

    /// <summary>PostgreSQL; any number of hosts.</summary>
    Postgres,

    /// <summary>SQL Server; any number of hosts.</summary>
    SqlServer,
}

/// <summary>Section <c>Database</c>.</summary>
public sealed record DatabaseSettings
{
    /// <summary>SQLite unless said otherwise.</summary>
    public DatabaseProvider Provider { get; init; }

    /// <summary>Connection string; for SQLite a file under the data folder unless said otherwise.</summary>
    [Required] public string ConnectionString { get; init; } = "Data Source=data/egov.db";
}

/// <summary>Section <c>Folders</c>: where files are.</summary>
public sealed record FolderSettings
{
    /// <summary>Documents, and messages of the file gateway.</summary>
    [Required] public string Data { get; init; } = "data";

    /// <summary>Items with their definitions, and the working calendar.</summary>
    [Required] public string Workflows { get; init; } = "workflows";
}

/// <summary>Section <c>Deadlines</c>.</summary>
public sealed record DeadlineSettings
{
    /// <summary>How often what is due is looked for; 1 to 3600 seconds.</summary>
    [Range(1, 3600)] public int SweepSeconds { get; init; } = 15;
}

/// <summary>Section <c>Sms</c>.</summary>
public sealed record SmsSettings
{
    /// <summary><c>File</c> writes messages to the data folder; <c>Kannel</c> sends them.</summary>
    [RegularExpression("File|Kannel")] public string Gateway { get; init; } = "File";

    /// <summary>How often the outbox is looked at; 1 to 3600 seconds.</summary>
    [Range(1, 3600)] public int RoundSeconds { get; init; } = 5;

    /// <summary>How often a message is tried before a clerk is asked; 1 to 20.</summary>
    [Range(1, 20)] public int MostAttempts { get; init; } = 10;

    /// <summary>How long the first wait is after an attempt that certainly failed; every further one is twice as long, at most an hour; 1 to 3600 seconds.</summary>
    [Range(1, 3600)] public int RetrySeconds { get; init; } = 60;

    /// <summary>The most this process sends in a second; 1 to 1000.</summary>
    [Range(1, 1000)] public int MessagesPerSecond { get; init; } = 20;

    /// <summary>How long the gateway may take to answer; what takes longer is in doubt; 1 to 120 seconds.</summary>
    [Range(1, 120)] public int TimeoutSeconds { get; init; } = 30;

    /// <summary>How long a delivery report is waited for before a clerk is asked; 1 second to 3 days.</summary>
    [Range(1, 259_200)] public int ReportSeconds { get; init; } = 7_200;

    /// <summary>From when only urgent messages go to phones, in office time; with both bounds equal there are no quiet hours.</summary>
    public TimeOnly QuietFrom { get; init; } = new(22, 0);

    /// <summary>Until when.</summary>
    public TimeOnly QuietUntil { get; init; } = new(8, 0);

    /// <summary>True writes its key before each text: for trials with a network that is not real, where messages are counted.</summary>
    public bool KeyInText { get; init; }

    /// <summary>Language of messages: <c>zh-CN</c> or <c>en</c>.</summary>
    [RegularExpression("zh-CN|en")] public string Language { get; init; } = "zh-CN";

    /// <summary>Kannel's sendsms address.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:13013/cgi-bin/sendsms");

    /// <summary>Kannel's sendsms user.</summary>
    public string User { get; init; } = "";

    /// <summary>Its password; from the environment.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sender's number.</summary>
    public string From { get; init; } = "";

    /// <summary>This office's address <c>…/sms/report</c> as Kannel reaches it; key, status and seal are added. Null asks for no reports, and what was accepted counts as sent.</summary>
    public Uri? ReportUrl { get; init; }
}

/// <summary>Section <c>Mail</c>: e-mail by SMTP, for applicants who choose it. A call may take as long as <see cref="SmsSettings.TimeoutSeconds"/>.</summary>
public sealed record MailSettings : IValidatableObject
{
    /// <summary>The mail server; null sends no e-mail, and whoever asked for some is told by short message.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    [Range(1, 65_535)] public int Port { get; init; } = 587;

    /// <summary>True goes on only under TLS; false never encrypts: for a server on the same machine.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>The account there; empty for none.</summary>
    public string User { get; init; } = "";

    /// <summary>Its password; from the environment.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "";

    /// <summary>True when e-mail is sent.</summary>
    public bool IsOn => !string.IsNullOrEmpty(Host);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && Outbox.MailAddress.Checked(From) is null) yield return new ValidationResult("Mail:From must be an e-mail address when Mail:Host is given.", [nameof(From)]);
        if (User.Length > 0 && !StartTls && Host is not ("localhost" or "127.0.0.1" or "::1")) yield return new ValidationResult("A password is not sent unencrypted: set Mail:StartTls.", [nameof(StartTls)]);
    }
}

/// <summary>Section <c>Scan</c>: who looks for viruses in uploads.</summary>
public sealed record ScanSettings
{
    /// <summary>Says that nobody does.</summary>
    public const string Off = "off";

    /// <summary>Where Debian's ClamAV listens.</summary>
    public const string UsualSocket = "/run/clamav/clamd.ctl";

    /// <summary>ClamAV's daemon: the path of its socket, or an address such as <c>10.0.0.5:3310</c>; <c>off</c> asks nobody. Null asks the one at <see cref="UsualSocket"/> when it is there.</summary>
    [RegularExpression(@"off|/.+|[0-9a-fA-F.:\[\]]+:[0-9]+")] public string? Clamd { get; init; }
}

/// <summary>Section <c>Demonstration</c>.</summary>
public sealed record DemonstrationSettings
{
    /// <summary>True makes an officer for every party and post at start; for development only.</summary>
    public bool Officers { get; init; }

    /// <summary>True takes units and posts from the demonstration district when no unit is known yet.</summary>
    public bool Units { get; init; }

    /// <summary>How many invented cases of the last four months an office that has none is given, so that boards and figures are not empty; 0 to 1000.</summary>
    [Range(0, 1000)] public int Cases { get; init; }

    /// <summary>Their password.</summary>
    public string Password { get; init; } = "Demo-2026!";
}
