using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal.Track;

/// <summary>What opens a case to its applicant.</summary>
internal sealed record TrackQuery([FromRoute(Name = "number")] string Number, [FromHeader(Name = "Query-Password")] string? Password, ApplicantDoor Door);
