using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Dala.Library.Finding;
using Dala.Platform.Languages;
using Dala.Platform.Web;

namespace Dala.Library.Api;

/// <summary>A search as an Atom feed (RFC 4287), the newest first, so that a reader of feeds tells what has come.</summary>
public static class SearchFeed
{
    public const string MediaType = "application/atom+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true };

    /// <summary>The address of a search's feed in a language.</summary>
    public static string Address(string origin, string language, PageQuery search) =>
        $"{origin}/{language}/resources.atom{search.Without("order")}";

    public static string Of(Find find, Found found, Words words, string origin)
    {
        var search = SearchAddress.Of(find, found.Preferred);
        var self = Address(origin, words.Language, search);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, words.Language);
            Element(xml, "id", "urn:uuid:" + NameBased(self));
            Element(xml, "title", Title(find, words));
            // A feed must say when it changed (4.1.1); what has never held anything changed at no time.
            Element(
                xml,
                "updated",
                Moment(found.Items.Select(item => item.Summary.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())
            );
            Link(xml, "self", self, MediaType);
            Link(xml, "alternate", $"{origin}/{words.Language}/resources{search}", "text/html");
            // Entries without an author of their own take this one (4.1.1).
            Person(xml, "author", words["platform.name"].Value);
            foreach (var item in found.Items)
                Entry(xml, item, words, origin);
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string Title(Find find, Words words) =>
        find.Text.Length == 0 ? words["library.feed.all"].Value : words["library.feed.of", ("question", find.Text)].Value;

    private static void Entry(XmlWriter xml, FoundResource item, Words words, string origin)
    {
        var summary = item.Summary;
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", $"urn:uuid:{summary.Id}");
        Element(xml, "title", summary.Title, summary.TitleLanguage ?? "");
        Element(xml, "updated", Moment(summary.ChangedAt));
        Link(xml, "alternate", $"{origin}/{words.Language}/resources/{summary.Id}", "text/html");
        if (WebAddress.Of(summary.Url) is { } address)
            Link(xml, "related", address, null);
        foreach (var creator in summary.Creators)
            Person(xml, "author", creator);
        foreach (var subject in summary.Subjects)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", subject);
            xml.WriteAttributeString("label", Clean(LibraryNames.Of(words, Fields.Subject, subject).Value));
            xml.WriteEndElement();
        }

        Element(xml, "rights", summary.Licence.Licence?.Uri ?? LibraryNames.Tier(words, summary.Licence.Tier).Value);
        if (item.Passage is { Text.Length: > 0 } passage)
            Element(xml, "summary", passage.Text, passage.Language ?? "");
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text, string? language = null)
    {
        xml.WriteStartElement(name, Atom);
        if (language is not null)
            xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string role, string name)
    {
        xml.WriteStartElement(role, Atom);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string? mediaType)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (mediaType is not null)
            xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // A question may hold what XML cannot (https://www.w3.org/TR/xml/#charsets).
    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Where(rune => rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF)))
                .Select(rune => rune.ToString())
        );

    // RFC 3339 with the Z of UTC, as 3.3 of RFC 4287 asks.
    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A UUID of version 8 (RFC 9562, 5.8) from the SHA-256 of a name: the same feed is the same for ever.</summary>
    private static Guid NameBased(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
