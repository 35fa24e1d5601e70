using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace EGov.TestKit;

/// <summary>Compares a long text with the one reviewed before, in Verify's file conventions, so that adopting Verify later is a rename.</summary>
/// <remarks>
/// <c>Class.method.verified.txt</c> lies beside the test; on a mismatch <c>Class.method.received.txt</c> is written there, is git-ignored, and is
/// accepted by renaming it after reading it.
/// </remarks>
public static class Snapshot
{
    /// <summary>Fails unless the text is the verified one; line ends do not matter.</summary>
    /// <param name="text">What the test made.</param>
    /// <param name="parameter">Tells the cases of a theory apart; part of the file's name.</param>
    /// <param name="extension">Such as <c>txt</c>, <c>json</c> or <c>sql</c>.</param>
    /// <param name="file">Given by the compiler: the test's file, which is named after its class.</param>
    /// <param name="method">Given by the compiler.</param>
    public static void Match(
        string text, string? parameter = null, string extension = "txt", [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var name = Path.GetFileNameWithoutExtension(file) + "." + method + (parameter is null ? "" : "_" + parameter);
        var (verified, received) = (PathOf("verified"), PathOf("received"));
        var expected = File.Exists(verified) ? Clean(File.ReadAllText(verified)) : null;
        var actual = Clean(text);
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        throw new SnapshotMismatchException(expected is null
            ? $"There is no {verified} yet; read {received} and rename it."
            : $"{received} differs from {Path.GetFileName(verified)} first at line {FirstDifference(expected, actual)}.");

        string PathOf(string kind) => Path.Combine(Path.GetDirectoryName(file)!, $"{name}.{kind}.{extension}");
    }

    private static string Clean(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static int FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        return left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
    }
}

/// <summary>A text is not the verified one.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Thrown here only, always with a message.")]
public sealed class SnapshotMismatchException(string message) : Exception(message);
