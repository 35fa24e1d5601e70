using System.Text.Json;

namespace EGov.Web.Portal.Apply;

/// <summary>An application.</summary>
/// <param name="Form">The form by the schema in the item's facts; kept apart from the journal, because it is about people.</param>
/// <param name="Choices">What the process needs to know, as the item's facts offer it.</param>
/// <param name="Place">The unit it is filed at, where the item is handled by whichever unit is near (就近申办); an officer with such a post files at his own.</param>
/// <param name="Email">Where messages go by e-mail, by the applicant's choice, where the office sends e-mail; null or blank sends them to the telephone.</param>
internal sealed record ApplyRequest(JsonElement Form, Dictionary<string, JsonElement>? Choices = null, string? Place = null, string? Email = null);

/// <summary>What an applicant is given.</summary>
/// <param name="Case">The case number.</param>
/// <param name="QueryPassword">Opens the case together with the number. Shown here only.</param>
/// <param name="Version">The case's version.</param>
/// <param name="At">When it was received.</param>
internal sealed record ApplyReceipt(string Case, string QueryPassword, int Version, DateTimeOffset At);
