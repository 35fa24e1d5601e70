using System.Text;
using System.Text.Unicode;

namespace EGov.Web.Administration.Import;

/// <summary>A list as it comes from a form: as a file, or pasted.</summary>
internal static class CsvUpload
{
    /// <summary>What was sent; a file that is not UTF-8 reads as nothing, and the report says that it is no CSV.</summary>
    public static async Task<string> TextOfAsync(IFormCollection form, CancellationToken stop)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } file) return form["text"].ToString();
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return Utf8.IsValid(bytes.ToArray()) ? Encoding.UTF8.GetString(bytes.ToArray()) : "";
    }
}
