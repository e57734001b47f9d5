using System.Text;
using Dala.Testing;

namespace Dala.Standards.Tests.Licences;

/// <summary>The strings of Creative Commons' deeds in one language: English and its translation, where there is one.</summary>
internal static class PoFile
{
    public static IEnumerable<(string Language, Dictionary<string, string> Strings)> All() =>
        Directory
            .EnumerateFiles(SharedData.At("vocab-licences/cc-deed-strings"), "*.po")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file).Split('_')[0], Read(file)));

    private static Dictionary<string, string> Read(string file)
    {
        var strings = new Dictionary<string, string>(StringComparer.Ordinal);
        var english = new StringBuilder();
        var translated = new StringBuilder();
        var into = english;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("msgid ", StringComparison.Ordinal))
            {
                Keep();
                into = english;
                into.Append(Quoted(line["msgid ".Length..]));
            }
            else if (line.StartsWith("msgstr ", StringComparison.Ordinal))
            {
                into = translated;
                into.Append(Quoted(line["msgstr ".Length..]));
            }
            else if (line.StartsWith('"'))
                into.Append(Quoted(line));
        }

        Keep();
        return strings;

        void Keep()
        {
            if (english.Length > 0 && translated.ToString().Trim() is { Length: > 0 } text)
                strings[english.ToString()] = text;
            english.Clear();
            translated.Clear();
        }
    }

    private static string Quoted(string text) =>
        text.Trim()[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
}
