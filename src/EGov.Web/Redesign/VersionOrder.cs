using EGov.Engine;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Redesign;

/// <summary>An order about one version of a definition, and who gives it.</summary>
internal sealed record VersionOrder([FromRoute(Name = "definition")] string Definition, [FromRoute(Name = "version")] int Version, CurrentActor Actor, PageFrame Frame)
{
    public UserId By => Actor.Actor.User;
}
