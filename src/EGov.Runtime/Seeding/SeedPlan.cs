namespace EGov.Runtime.Seeding;

/// <summary>How large an invented year of an office is to be.</summary>
/// <param name="Open">Cases that are still open today, 0 to 1,000,000 in all.</param>
/// <param name="Finished">Cases that have come to their end by themselves.</param>
/// <param name="Officers">Officers besides those there are; spread evenly over the parties.</param>
/// <param name="Days">Over how many calendar days before today applications came in, 1 to 3,650.</param>
/// <param name="Luck">The same luck makes the same lives.</param>
public sealed record SeedPlan(int Open, int Finished, int Officers, int Days, int Luck);

/// <summary>What came of a plan.</summary>
/// <param name="Officers">Officers made.</param>
/// <param name="Open">Cases that are open.</param>
/// <param name="Finished">Cases that are over.</param>
/// <param name="Orders">Orders the engine accepted, wake-ups included.</param>
/// <param name="Refused">Orders it refused: an invented officer may pick what the law forbids him.</param>
public sealed record SeedHarvest(int Officers, int Open, int Finished, int Orders, int Refused);
