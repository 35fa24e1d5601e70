namespace EGov.Runtime.Organisation;

/// <summary>The demonstration district of <c>workflows/organisation/district.json</c>: of the size of Shangcheng, every name invented. For development only.</summary>
public sealed class DemonstrationDistrict
{
    private readonly FolderSettings _folders;
    private readonly UnitRegister _units;

    internal DemonstrationDistrict(FolderSettings folders, UnitRegister units) => (_folders, _units) = (folders, units);

    /// <summary>Takes its units over when no unit is known yet.</summary>
    /// <exception cref="InvalidDataException">The file is broken; told by line and reason.</exception>
    public async Task OpenAsync(CancellationToken stop = default)
    {
        var file = Path.Combine(_folders.Workflows, "organisation", "district.json");
        if (!File.Exists(file) || !await _units.IsEmptyAsync(stop)) return;
        var reading = DistrictFile.Read(await File.ReadAllBytesAsync(file, stop));
        if (!reading.Problems.IsEmpty) throw new InvalidDataException($"{file} cannot be used: {string.Join("; ", reading.Problems)}");
        await _units.ReplaceAsync(reading.Units, stop);
    }
}
