using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;

namespace EGov.Web.Http;

/// <summary>Every sentence the program says, by key; zh-CN when nothing else is known.</summary>
/// <remarks>The sentences of a room lie in the <c>Words.resx</c> of its folder. A key is there once in the whole program; a test sees to it.</remarks>
internal static partial class Words
{
    private const string Ending = ".Words.resources";

    private static readonly FrozenDictionary<string, ResourceManager> Rooms = (
        from name in typeof(Words).Assembly.GetManifestResourceNames()
        where name.EndsWith(Ending, StringComparison.Ordinal)
        let room = new ResourceManager(name[..^".resources".Length], typeof(Words).Assembly)
        from DictionaryEntry sentence in room.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        select KeyValuePair.Create((string)sentence.Key, room)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sentence, or null when there is none in any language.</summary>
    public static string? Find(string key, CultureInfo culture) => Rooms.GetValueOrDefault(key)?.GetString(key, culture);

    /// <summary>The sentence with its arguments in the reader's language; the key itself when there is none, so that nothing is ever silent.</summary>
    public static string Say(string key, params IReadOnlyList<string> arguments) =>
        Find(key, CultureInfo.CurrentUICulture) is { } sentence ? Fill(sentence, arguments) : key;

    /// <summary>Puts arguments in the places <c>{0}</c> to <c>{9}</c>; a place without an argument is left empty.</summary>
    public static string Fill(string sentence, IReadOnlyList<string> arguments) =>
        Place().Replace(sentence, place => place.Value[1] - '0' is var i && i < arguments.Count ? arguments[i] : "");

    /// <summary>Kebab case: <c>WorkItemUnknown</c> is <c>work-item-unknown</c>. The code of an API never follows a language.</summary>
    public static string Kebab(Enum code)
    {
        var name = code.ToString();
        var kebab = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();
}
