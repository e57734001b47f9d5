using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dala.Library.Baskets;

/// <summary>
/// The secret in a basket's address: whoever has the address has the basket, so that nobody needs an account and no cookie is kept. The store knows only
/// its hash.
/// </summary>
public static class BasketKey
{
    private const int Bytes = 16;
    private static readonly int Letters = Base64Url.GetEncodedLength(Bytes);

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool IsKey(string? text) =>
        text is not null
        && text.Length == Letters
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
