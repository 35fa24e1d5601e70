CREATE TABLE [AccessLog] (
    [Id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Officer] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] bigint NOT NULL,
    [Fields] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_AccessLog] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [AdministrativeActs] (
    [Number] bigint NOT NULL IDENTITY,
    [At] bigint NOT NULL,
    [By] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Act] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Subject] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Change] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_AdministrativeActs] PRIMARY KEY ([Number])
);
GO


CREATE TABLE [AdviceLetters] (
    [Id] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Party] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [From] nvarchar(10) NOT NULL,
    [To] nvarchar(10) NOT NULL,
    [Yellow] int NOT NULL,
    [Red] int NOT NULL,
    [Orders] int NOT NULL,
    [Text] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IssuedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IssuedAt] bigint NOT NULL,
    [ReplyDueOn] nvarchar(10) NULL,
    CONSTRAINT [PK_AdviceLetters] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Applications] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Form] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Applicant] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IdKind] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IdNumber] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Phone] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Channel] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [QueryPasswordHash] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [Language] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
    [Email] nvarchar(254) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_Applications] PRIMARY KEY ([CaseId])
);
GO


CREATE TABLE [AspNetRoles] (
    [Id] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [NormalizedName] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [ConcurrencyStamp] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_AspNetRoles] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [AspNetUsers] (
    [Id] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Grade] int NOT NULL,
    [Parties] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DisplayName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DisplayNameEn] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [MustChangePassword] bit NOT NULL,
    [UserName] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [NormalizedUserName] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [Email] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [NormalizedEmail] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [EmailConfirmed] bit NOT NULL,
    [PasswordHash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [SecurityStamp] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [ConcurrencyStamp] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [PhoneNumber] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [PhoneNumberConfirmed] bit NOT NULL,
    [TwoFactorEnabled] bit NOT NULL,
    [LockoutEnd] bigint NULL,
    [LockoutEnabled] bit NOT NULL,
    [AccessFailedCount] int NOT NULL,
    CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Assessments] (
    [Period] nvarchar(7) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [FrozenAt] bigint NOT NULL,
    [FrozenBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Assessments] PRIMARY KEY ([Period])
);
GO


CREATE TABLE [Assignments] (
    [Id] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [By] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [To] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DueOn] nvarchar(10) NOT NULL,
    [AssignedAt] bigint NOT NULL,
    [Reply] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [RepliedAt] bigint NULL,
    CONSTRAINT [PK_Assignments] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [CalendarEditions] (
    [Number] int NOT NULL,
    [Version] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Amends] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] bigint NOT NULL,
    [By] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_CalendarEditions] PRIMARY KEY ([Number])
);
GO


CREATE TABLE [CardActs] (
    [Id] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Card] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Act] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [By] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] bigint NOT NULL,
    [Text] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_CardActs] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Cards] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Rule] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Subject] nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RuleVersion] int NOT NULL,
    [Number] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Severity] nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] bigint NOT NULL,
    [Party] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [Officer] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [Activity] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [Due] nvarchar(10) NULL,
    [DefinitionId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DefinitionVersion] int NOT NULL,
    CONSTRAINT [PK_Cards] PRIMARY KEY ([CaseId], [Rule], [Subject])
);
GO


CREATE TABLE [CaseMessages] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Number] int NOT NULL,
    [At] bigint NOT NULL,
    [By] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [Party] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [ReadAt] bigint NULL,
    [Text] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_CaseMessages] PRIMARY KEY ([CaseId], [Number])
);
GO


CREATE TABLE [CaseOpenings] (
    [Officer] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] bigint NOT NULL,
    CONSTRAINT [PK_CaseOpenings] PRIMARY KEY ([Officer], [CaseId])
);
GO


CREATE TABLE [Cases] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DefinitionId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DefinitionVersion] int NOT NULL,
    [CalendarVersion] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Status] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Outcome] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [Name] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [OpenedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [ByApplicant] bit NOT NULL,
    [Place] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [ReceivedOn] nvarchar(10) NOT NULL,
    [AcceptedOn] nvarchar(10) NULL,
    [DecidedOn] nvarchar(10) NULL,
    [Decision] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [Due] nvarchar(10) NULL,
    [OpenedAt] bigint NOT NULL,
    [ClosedAt] bigint NULL,
    [WakeUpAt] bigint NULL,
    [WatchAt] bigint NULL,
    CONSTRAINT [PK_Cases] PRIMARY KEY ([CaseId])
);
GO


CREATE TABLE [Definitions] (
    [DefinitionId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] int NOT NULL,
    [State] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Revision] int NOT NULL,
    [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Description] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    [MadeFrom] nvarchar(150) COLLATE Latin1_General_100_BIN2 NULL,
    [CreatedAt] bigint NOT NULL,
    [SavedAt] bigint NOT NULL,
    [SavedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [PublishedAt] bigint NULL,
    [PublishedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [PublishedReason] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    [RetiredAt] bigint NULL,
    [RetiredBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [RetiredReason] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Definitions] PRIMARY KEY ([DefinitionId], [Version])
);
GO


CREATE TABLE [Delegations] (
    [Id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Owner] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Delegate] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Items] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    [From] nvarchar(10) NOT NULL,
    [Until] nvarchar(10) NOT NULL,
    [Reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [MadeBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [MadeAt] bigint NOT NULL,
    [RevokedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [RevokedAt] bigint NULL,
    CONSTRAINT [PK_Delegations] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Documents] (
    [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Bytes] bigint NOT NULL,
    [MediaType] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
    [StoredAt] bigint NOT NULL,
    [ExpiresAt] bigint NULL,
    CONSTRAINT [PK_Documents] PRIMARY KEY ([Hash])
);
GO


CREATE TABLE [Errands] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EventNumber] int NOT NULL,
    [Kind] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Target] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Payload] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Instance] int NOT NULL,
    [AskedAt] bigint NOT NULL,
    [DoneAt] bigint NULL,
    [Refusal] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_Errands] PRIMARY KEY ([CaseId], [EventNumber])
);
GO


CREATE TABLE [EventWaits] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Instance] int NOT NULL,
    [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_EventWaits] PRIMARY KEY ([CaseId], [Instance], [Name])
);
GO


CREATE TABLE [Intakes] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [By] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] bigint NOT NULL,
    [Presence] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IdKind] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [NumberChecked] bit NOT NULL,
    [Materials] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Intakes] PRIMARY KEY ([CaseId])
);
GO


CREATE TABLE [Journal] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [FirstVersion] int NOT NULL,
    [LastVersion] int NOT NULL,
    [At] bigint NOT NULL,
    [CommandId] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] varbinary(max) NOT NULL,
    [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Journal] PRIMARY KEY ([CaseId], [FirstVersion])
);
GO


CREATE TABLE [MessageTemplates] (
    [DefinitionId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Template] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] int NOT NULL,
    [Chinese] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [English] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Urgent] bit NOT NULL,
    [Resend] bit NOT NULL,
    [Reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SavedAt] bigint NOT NULL,
    [SavedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_MessageTemplates] PRIMARY KEY ([DefinitionId], [Template], [Version])
);
GO


CREATE TABLE [NoticeMarks] (
    [Officer] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ReadUpTo] bigint NOT NULL,
    CONSTRAINT [PK_NoticeMarks] PRIMARY KEY ([Officer])
);
GO


CREATE TABLE [NoticeReads] (
    [Officer] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [NoticeId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_NoticeReads] PRIMARY KEY ([Officer], [NoticeId])
);
GO


CREATE TABLE [Notices] (
    [Id] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [To] nvarchar(110) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] bigint NOT NULL,
    [Kind] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Arguments] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [By] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [Text] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_Notices] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [OpinionDrafts] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Officer] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SavedAt] bigint NOT NULL,
    [Text] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_OpinionDrafts] PRIMARY KEY ([CaseId], [Officer])
);
GO


CREATE TABLE [Outbox] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EventNumber] int NOT NULL,
    [Party] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Template] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Arguments] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [State] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Attempts] int NOT NULL,
    [DueAt] bigint NOT NULL,
    [SentAt] bigint NULL,
    [GatewayId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [LastError] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [AttemptsBefore] int NOT NULL,
    [Report] int NULL,
    [ReportedAt] bigint NULL,
    [Clerk] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [Settlement] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    [SettledBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [SettledAt] bigint NULL,
    [SettlementNote] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_Outbox] PRIMARY KEY ([CaseId], [EventNumber])
);
GO


CREATE TABLE [Phrases] (
    [Owner] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Lines] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Phrases] PRIMARY KEY ([Owner])
);
GO


CREATE TABLE [Posts] (
    [Seat] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [UnitId] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Role] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [NameEn] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Grade] int NOT NULL,
    [Duty] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
    [Place] int NOT NULL,
    CONSTRAINT [PK_Posts] PRIMARY KEY ([Seat])
);
GO


CREATE TABLE [Ratings] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Grade] int NOT NULL,
    [Text] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [RatedAt] bigint NOT NULL,
    [Repair] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [RepairedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [RepairedAt] bigint NULL,
    [GradeAfterRepair] int NULL,
    [RatedAgainAt] bigint NULL,
    CONSTRAINT [PK_Ratings] PRIMARY KEY ([CaseId])
);
GO


CREATE TABLE [Receipts] (
    [CommandId] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] int NOT NULL,
    [CommandHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Refusal] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [At] bigint NOT NULL,
    CONSTRAINT [PK_Receipts] PRIMARY KEY ([CommandId])
);
GO


CREATE TABLE [RedatedClocks] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EventNumber] int NOT NULL,
    [Clock] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DefinitionId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Edition] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Before] nvarchar(10) NOT NULL,
    [After] nvarchar(10) NOT NULL,
    [At] bigint NOT NULL,
    CONSTRAINT [PK_RedatedClocks] PRIMARY KEY ([CaseId], [EventNumber], [Clock])
);
GO


CREATE TABLE [RuleEditions] (
    [Number] int NOT NULL,
    [InForceFrom] bigint NOT NULL,
    [StoredAt] bigint NOT NULL,
    [Digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_RuleEditions] PRIMARY KEY ([Number])
);
GO


CREATE TABLE [Rungs] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EventNumber] int NOT NULL,
    [Clock] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Act] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Party] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [At] bigint NOT NULL,
    CONSTRAINT [PK_Rungs] PRIMARY KEY ([CaseId], [EventNumber])
);
GO


CREATE TABLE [SavedApplications] (
    [Key] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ExpiresAt] bigint NOT NULL,
    [Content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_SavedApplications] PRIMARY KEY ([Key])
);
GO


CREATE TABLE [SavedFilters] (
    [Officer] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Address] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SavedAt] bigint NOT NULL,
    CONSTRAINT [PK_SavedFilters] PRIMARY KEY ([Officer], [Name])
);
GO


CREATE TABLE [Sessions] (
    [Id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [UserName] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [StartedAt] bigint NOT NULL,
    [SeenAt] bigint NOT NULL,
    [Device] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EndedAt] bigint NULL,
    [EndedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_Sessions] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [SupervisionOrders] (
    [Id] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Card] nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL,
    [Party] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Content] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IssuedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [IssuedAt] bigint NOT NULL,
    [DueOn] nvarchar(10) NOT NULL,
    [Reply] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [RepliedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [RepliedAt] bigint NULL,
    [ClosedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [ClosedAt] bigint NULL,
    CONSTRAINT [PK_SupervisionOrders] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Texts] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Texts] PRIMARY KEY ([CaseId], [Hash])
);
GO


CREATE TABLE [Units] (
    [Id] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Level] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [NameEn] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Block] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [Line] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [ClosedOn] nvarchar(10) NULL,
    [Place] int NOT NULL,
    CONSTRAINT [PK_Units] PRIMARY KEY ([Id])
);
GO


CREATE TABLE [Watches] (
    [Officer] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Since] bigint NOT NULL,
    CONSTRAINT [PK_Watches] PRIMARY KEY ([Officer], [CaseId])
);
GO


CREATE TABLE [WorkItems] (
    [CaseId] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Number] int NOT NULL,
    [Instance] int NOT NULL,
    [Activity] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Kind] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [OpenedAt] bigint NOT NULL,
    [Party] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Holder] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [Choice] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [CompletedBy] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [Due] nvarchar(10) NULL,
    [ClosedAt] bigint NULL,
    [DefinitionId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DefinitionVersion] int NOT NULL,
    [Tray] nvarchar(110) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [CaseDue] nvarchar(10) NULL,
    [NearestDue] nvarchar(10) NOT NULL,
    [Limit] int NOT NULL,
    [PausedWith] int NULL,
    CONSTRAINT [PK_WorkItems] PRIMARY KEY ([CaseId], [Number])
);
GO


CREATE TABLE [AspNetRoleClaims] (
    [Id] int NOT NULL IDENTITY,
    [RoleId] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ClaimType] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [ClaimValue] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_AspNetRoleClaims] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AspNetRoleClaims_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [AspNetUserClaims] (
    [Id] int NOT NULL IDENTITY,
    [UserId] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ClaimType] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [ClaimValue] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [AspNetUserLogins] (
    [LoginProvider] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ProviderKey] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ProviderDisplayName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [UserId] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
    CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [AspNetUserRoles] (
    [UserId] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RoleId] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_AspNetUserRoles] PRIMARY KEY ([UserId], [RoleId]),
    CONSTRAINT [FK_AspNetUserRoles_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE,
    CONSTRAINT [FK_AspNetUserRoles_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
);
GO


CREATE TABLE [AspNetUserTokens] (
    [UserId] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [LoginProvider] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Value] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
    CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
);
GO


CREATE INDEX [IX_AccessLog_At] ON [AccessLog] ([At]);
GO


CREATE INDEX [IX_AccessLog_CaseId_At] ON [AccessLog] ([CaseId], [At]);
GO


CREATE INDEX [IX_AdministrativeActs_At] ON [AdministrativeActs] ([At]);
GO


CREATE INDEX [IX_AdviceLetters_IssuedAt] ON [AdviceLetters] ([IssuedAt]);
GO


CREATE INDEX [IX_Applications_IdNumber] ON [Applications] ([IdNumber]);
GO


CREATE INDEX [IX_AspNetRoleClaims_RoleId] ON [AspNetRoleClaims] ([RoleId]);
GO


CREATE UNIQUE INDEX [RoleNameIndex] ON [AspNetRoles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL;
GO


CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
GO


CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
GO


CREATE INDEX [IX_AspNetUserRoles_RoleId] ON [AspNetUserRoles] ([RoleId]);
GO


CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
GO


CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL;
GO


CREATE INDEX [IX_Assignments_By_AssignedAt] ON [Assignments] ([By], [AssignedAt]);
GO


CREATE INDEX [IX_Assignments_To_AssignedAt] ON [Assignments] ([To], [AssignedAt]);
GO


CREATE UNIQUE INDEX [IX_CalendarEditions_Version] ON [CalendarEditions] ([Version]);
GO


CREATE INDEX [IX_CardActs_Card_At] ON [CardActs] ([Card], [At]);
GO


CREATE INDEX [IX_Cards_At] ON [Cards] ([At]);
GO


CREATE INDEX [IX_Cards_Number] ON [Cards] ([Number]);
GO


CREATE INDEX [IX_Cards_Party_At] ON [Cards] ([Party], [At]);
GO


CREATE INDEX [IX_Cases_DefinitionId_OpenedAt] ON [Cases] ([DefinitionId], [OpenedAt]);
GO


CREATE INDEX [IX_Cases_OpenedBy] ON [Cases] ([OpenedBy]);
GO


CREATE INDEX [IX_Cases_Status_Due] ON [Cases] ([Status], [Due]);
GO


CREATE INDEX [IX_Cases_WakeUpAt] ON [Cases] ([WakeUpAt]) WHERE "WakeUpAt" IS NOT NULL;
GO


CREATE INDEX [IX_Cases_WatchAt] ON [Cases] ([WatchAt]) WHERE "WatchAt" IS NOT NULL;
GO


CREATE UNIQUE INDEX [IX_Definitions_DefinitionId] ON [Definitions] ([DefinitionId]) WHERE "State" = 'Published';
GO


CREATE INDEX [IX_Delegations_Delegate] ON [Delegations] ([Delegate]);
GO


CREATE INDEX [IX_Delegations_Owner] ON [Delegations] ([Owner]);
GO


CREATE INDEX [IX_Documents_ExpiresAt] ON [Documents] ([ExpiresAt]) WHERE "ExpiresAt" IS NOT NULL;
GO


CREATE INDEX [IX_Errands_AskedAt] ON [Errands] ([AskedAt]) WHERE "DoneAt" IS NULL;
GO


CREATE INDEX [IX_EventWaits_Name] ON [EventWaits] ([Name]);
GO


CREATE UNIQUE INDEX [IX_Journal_CommandId] ON [Journal] ([CommandId]);
GO


CREATE INDEX [IX_Notices_CaseId] ON [Notices] ([CaseId]);
GO


CREATE INDEX [IX_Notices_To_At] ON [Notices] ([To], [At]);
GO


CREATE INDEX [IX_Outbox_State_DueAt] ON [Outbox] ([State], [DueAt]);
GO


CREATE INDEX [IX_Posts_UnitId] ON [Posts] ([UnitId]);
GO


CREATE INDEX [IX_Ratings_RatedAt] ON [Ratings] ([RatedAt]);
GO


CREATE INDEX [IX_RedatedClocks_Edition_CaseId] ON [RedatedClocks] ([Edition], [CaseId]);
GO


CREATE INDEX [IX_Rungs_At] ON [Rungs] ([At]);
GO


CREATE INDEX [IX_SavedApplications_ExpiresAt] ON [SavedApplications] ([ExpiresAt]);
GO


CREATE INDEX [IX_Sessions_UserName] ON [Sessions] ([UserName]);
GO


CREATE INDEX [IX_SupervisionOrders_CaseId] ON [SupervisionOrders] ([CaseId]);
GO


CREATE INDEX [IX_SupervisionOrders_DueOn] ON [SupervisionOrders] ([DueOn]);
GO


CREATE INDEX [IX_WorkItems_CompletedBy_ClosedAt] ON [WorkItems] ([CompletedBy], [ClosedAt]) WHERE "CompletedBy" IS NOT NULL;
GO


CREATE INDEX [IX_WorkItems_Party_Holder_NearestDue] ON [WorkItems] ([Party], [Holder], [NearestDue]) WHERE "ClosedAt" IS NULL;
GO


CREATE INDEX [IX_WorkItems_Tray_NearestDue_OpenedAt_CaseId_Number] ON [WorkItems] ([Tray], [NearestDue], [OpenedAt], [CaseId], [Number]) WHERE "ClosedAt" IS NULL;
GO
