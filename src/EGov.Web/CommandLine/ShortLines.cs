using System.Text;

namespace EGov.Web.CommandLine;

/// <summary>Lines of a stream in UTF-8, each cut one character after the longest that is looked at, so that no line can fill the memory.</summary>
internal static class ShortLines
{
    public static IEnumerable<string> Of(Stream stream, int longest)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var text = new char[1 << 15];
        var line = new StringBuilder(longest + 2);
        var isEmpty = true;
        int read;
        while ((read = reader.Read(text)) > 0)
        {
            for (var start = 0; start < read;)
            {
                var length = Array.IndexOf(text, '\n', start, read - start) is >= 0 and var end ? end - start : read - start;
                line.Append(text, start, Math.Min(length, longest + 2 - line.Length));
                isEmpty = false;
                start += length;
                if (start == read) break;
                yield return Take(line);
                isEmpty = true;
                start++;
            }
        }

        if (!isEmpty) yield return Take(line);
    }

    private static string Take(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] == '\r') line.Length--;
        var taken = line.ToString();
        line.Clear();
        return taken;
    }
}
