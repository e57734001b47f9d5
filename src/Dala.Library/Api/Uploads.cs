using Dala.Library.Sources;
using Dala.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dala.Library.Api;

/// <summary>Reads a form with files under the limit that the operator has set; what is large waits on the disk, not in memory.</summary>
public static class Uploads
{
    /// <summary>What a form may weigh beside its files.</summary>
    private const long Fields = 1 << 20;

    public static async Task<Outcome<ImportOrder>> Read(HttpContext http, long limit, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType)
            return LibraryProblems.NoFile;
        if (http.Request.ContentLength > limit + Fields)
            return LibraryProblems.UploadTooLarge(limit);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limit + Fields;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = limit }));
        try
        {
            return Order(await http.Request.ReadFormAsync(ct));
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return LibraryProblems.UploadTooLarge(limit);
        }
        catch (InvalidDataException)
        {
            // The form reader has one exception for "longer than the limit" and "no multipart at all".
            return http.Request.ContentLength is null || http.Request.ContentLength > limit
                ? LibraryProblems.UploadTooLarge(limit)
                : LibraryProblems.NoFile;
        }
    }

    private static ImportOrder Order(IFormCollection form) =>
        new()
        {
            Source = form["source"].FirstOrDefault()?.Trim(),
            Mapping = form["mapping"].FirstOrDefault(),
            Files =
            [
                .. form
                    .Files.Where(file => file.Length > 0 || file.FileName.Length > 0)
                    .Select(file => new SentFile(file.FileName, file.Length, file.OpenReadStream)),
            ],
        };
}
