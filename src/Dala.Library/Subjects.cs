using System.Collections.Frozen;

namespace Dala.Library;

/// <summary>The subjects by which people find: fields of ISCED-F 2013, as far down as teachers would look for them.</summary>
public static class Subjects
{
    /// <summary>The codes that have a name in the texts; a finer code is shown under the nearest of them.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "00",
        "001",
        "002",
        "003",
        "01",
        "011",
        "02",
        "021",
        "0213",
        "0215",
        "022",
        "0221",
        "0222",
        "0223",
        "023",
        "0231",
        "0232",
        "03",
        "031",
        "0311",
        "0312",
        "0313",
        "0314",
        "032",
        "0321",
        "0322",
        "04",
        "041",
        "0411",
        "042",
        "05",
        "051",
        "0511",
        "0512",
        "052",
        "053",
        "0531",
        "0532",
        "0533",
        "054",
        "0541",
        "0542",
        "06",
        "061",
        "0611",
        "0612",
        "0613",
        "07",
        "071",
        "072",
        "073",
        "08",
        "081",
        "09",
        "091",
        "092",
        "10",
        "101",
    ];

    private static readonly FrozenSet<string> Named = Codes.ToFrozenSet();

    /// <summary>The key of a code's name among the texts.</summary>
    public static string Key(string code) => "library.subject." + code;

    /// <summary>The code and its broader ones that have a name, from broad to fine: <c>05</c>, <c>054</c>, <c>0541</c>.</summary>
    public static IEnumerable<string> WithBroader(string code)
    {
        for (var length = 2; length <= Math.Min(code.Length, 4); length++)
        {
            if (Named.Contains(code[..length]))
                yield return code[..length];
        }
    }
}
