using System.Text.Json;
using System.Xml.Linq;
using Dala.Standards.Licences;
using Dala.Testing;

namespace Dala.Standards.Tests.Licences;

using Licences = Dala.Standards.Licences.Licences;

public sealed class LicencesTests
{
    [Fact]
    public void Recognises_each_of_the_614_licences_by_its_address_in_every_spelling()
    {
        // given
        var rdf = (XNamespace)"http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        var addresses = CreativeCommonsDataTests
            .RdfLicences()
            .Select(licence => licence.Attribute(rdf + "about")!.Value)
            .ToList();
        Assert.Equal(614, addresses.Count);

        foreach (var address in addresses)
        {
            // when
            var read = Spellings(address).Select(spelling => (spelling, Licences.Recognise(spelling))).ToList();

            // then
            foreach (var (spelling, reading) in read)
            {
                Assert.True(reading.Licence is not null, spelling);
                Assert.Equal(address.Replace("http:", "https:"), reading.Licence.Uri);
                Assert.Equal(LicenceRules.CcUri, reading.Rule);
                Assert.Equal(spelling, reading.Raw);
                Assert.Equal(reading.Licence.Tier, reading.Tier);
            }
        }

        static IEnumerable<string> Spellings(string address)
        {
            var bare = address["http://creativecommons.org/".Length..].TrimEnd('/');
            yield return address;
            yield return address.TrimEnd('/');
            yield return $"https://creativecommons.org/{bare}/";
            yield return $"https://www.creativecommons.org/{bare}";
            yield return $"//creativecommons.org/{bare}/";
            yield return $"creativecommons.org/{bare}/";
            yield return $"www.creativecommons.org/{bare}/";
            yield return $"https://creativecommons.org/{bare}/legalcode";
            yield return $"https://creativecommons.org/{bare}/legalcode.fr";
            yield return $"https://creativecommons.org/{bare}/deed";
            yield return $"https://creativecommons.org/{bare}/deed.ru";
            yield return $"https://creativecommons.org/{bare}/deed.pt_BR";
            yield return $"https://creativecommons.org/{bare}/?ref=chooser-v1#s1";
            yield return $"HTTPS://CreativeCommons.org/{bare.ToUpperInvariant()}/";
            yield return $"  https://creativecommons.org/{bare.Replace("licenses/", "licences/")}/\n";
        }
    }

    [Theory]
    [InlineData("CC BY 4.0", "by/4.0/", "label")]
    [InlineData("CC-BY-4.0", "by/4.0/", "spdx")]
    [InlineData("cc-by-sa 3.0 igo", "by-sa/3.0/igo/", "label")]
    [InlineData("CC-BY-SA-3.0-IGO", "by-sa/3.0/igo/", "spdx")]
    [InlineData("CC BY-NC-SA 3.0 US", "by-nc-sa/3.0/us/", "label")]
    [InlineData("CC_BY_NC 2.5 India", "by-nc/2.5/in/", "label")]
    [InlineData("CC BY – SA 4.0", "by-sa/4.0/", "label")]
    [InlineData("CC BY-SA v4.0", "by-sa/4.0/", "label")]
    [InlineData("Creative Commons Attribution Non Commercial Share Alike 4.0", "by-nc-sa/4.0/", "label")]
    [InlineData("Creative Commons Attribution-ShareAlike 4.0 International", "by-sa/4.0/", "label")]
    [InlineData("Creative Commons Attribution-ShareAlike 4.0 International License", "by-sa/4.0/", "label")]
    [InlineData("Creative Commons Attribution 4.0 International (CC BY 4.0)", "by/4.0/", "label")]
    [InlineData(
        "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International Public Licence",
        "by-nc-nd/4.0/",
        "label"
    )]
    [InlineData("Creative Commons Attribution-Sharealike 3.0 Unported License", "by-sa/3.0/", "label")]
    [InlineData("Attribution-NonCommercial 2.5 Generic", "by-nc/2.5/", "label")]
    [InlineData("CC BY-NC-ND 1.0", "by-nd-nc/1.0/", "label")]
    [InlineData("CC-BY-NC-ND-1.0", "by-nd-nc/1.0/", "spdx")]
    [InlineData("https://creativecommons.org/licenses/by-nc-nd/1.0/", "by-nd-nc/1.0/", "cc-uri")]
    public void Recognises_a_name_with_its_version(string raw, string path, string rule)
    {
        var reading = Licences.Recognise(raw);

        Assert.Equal("https://creativecommons.org/licenses/" + path, reading.Licence?.Uri);
        Assert.Equal(rule, reading.Rule);
    }

    [Theory]
    [InlineData("cc0", "https://creativecommons.org/publicdomain/zero/1.0/", "label-only-version")]
    [InlineData("CC Zero", "https://creativecommons.org/publicdomain/zero/1.0/", "label-only-version")]
    [InlineData("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "label")]
    [InlineData("CC0 1.0 Universal (CC0 1.0) ", "https://creativecommons.org/publicdomain/zero/1.0/", "label")]
    [InlineData("CC0 1.0 Universal Public Domain Dedication", "https://creativecommons.org/publicdomain/zero/1.0/", "label")]
    [InlineData("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "spdx")]
    [InlineData("CC PDM", "https://creativecommons.org/publicdomain/mark/1.0/", "label-only-version")]
    [InlineData("Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/", "label")]
    [InlineData("MIT", "https://opensource.org/licenses/MIT", "spdx")]
    [InlineData("GPL-3.0-or-later", "https://www.gnu.org/licenses/gpl-3.0.html", "spdx")]
    [InlineData("GNU General Public License, version 3", "https://www.gnu.org/licenses/gpl-3.0.html", "label")]
    [InlineData("http://www.gnu.org/licenses/gpl-3.0.html", "https://www.gnu.org/licenses/gpl-3.0.html", "uri")]
    [InlineData("ODC PDDL", "https://opendatacommons.org/licenses/pddl/1.0/", "label")]
    [InlineData(
        "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "uri"
    )]
    public void Recognises_open_tools_and_free_software_licences(string raw, string uri, string rule)
    {
        var reading = Licences.Recognise(raw);

        Assert.Equal(uri, reading.Licence?.Uri);
        Assert.Equal((rule, Tier.T1, LicenceReasons.Open), (reading.Rule, reading.Tier, reading.ReasonKey));
    }

    [Theory]
    [InlineData("This work is licensed under a Creative Commons Attribution-ShareAlike 3.0 Unported License.", "by-sa/3.0/")]
    [InlineData(
        "This work is shared with the public using the Attribution-ShareAlike 3.0 Unported (CC BY-SA 3.0) license.",
        "by-sa/3.0/"
    )]
    [InlineData("This book is licensed under CC BY-NC 4.0", "by-nc/4.0/")]
    [InlineData("This work is licensed under CC BY 4.0, except for the pictures.", null)]
    [InlineData("Except where noted, this work is licensed under CC BY 4.0.", null)]
    [InlineData("This work is licensed under CC BY 4.0 or CC BY-SA 4.0.", null)]
    [InlineData("This work is not licensed under CC BY 4.0.", null)]
    public void A_sentence_counts_if_it_names_one_licence_and_nothing_else(string raw, string? path)
    {
        var reading = Licences.Recognise(raw);

        Assert.Equal(path is null ? null : "https://creativecommons.org/licenses/" + path, reading.Licence?.Uri);
        Assert.Equal(path is not null, reading.Rule == LicenceRules.Sentence);
    }

    [Theory]
    [InlineData("CC BY", "by", Tier.T1, "label-without-version")]
    [InlineData("[CC-BY]", "by", Tier.T1, "label-without-version")]
    [InlineData("[CC-BY-NC]", "by-nc", Tier.T2, "label-without-version")]
    [InlineData("CC BY-NC-SA ", "by-nc-sa", Tier.T2, "label-without-version")]
    [InlineData("Creative Commons Attribution license (CC-BY)", "by", Tier.T1, "label-without-version")]
    [InlineData("cc-by-nc-nd", "by-nc-nd", Tier.T3, "label-without-version")]
    [InlineData("CC BY-ND", "by-nd", Tier.T3, "label-without-version")]
    [InlineData("https://creativecommons.org/licenses/by-sa/", "by-sa", Tier.T1, "cc-uri-unversioned")]
    [InlineData("Free Documentation License (GNU)", "GFDL", Tier.T1, "label-without-version")]
    [InlineData("GNU FDL", "GFDL", Tier.T1, "label-without-version")]
    [InlineData("GPL", "GPL", Tier.T1, "label-without-version")]
    public void Knows_the_family_but_guesses_no_version(string raw, string family, Tier tier, string rule)
    {
        var reading = Licences.Recognise(raw);

        Assert.Null(reading.Licence);
        Assert.Equal((family, tier, rule), (reading.Family, reading.Tier, reading.Rule));
    }

    [Theory]
    [InlineData("https://creativecommons.org/licenses/by/5.0/", "no-such-licence")]
    [InlineData("https://creativecommons.org/licenses/by/4.0/us/", "no-such-licence")]
    [InlineData("https://creativecommons.org/licenses/by-sa/3.0/xx/", "no-such-licence")]
    [InlineData("https://creativecommons.org/licenses/by-nd-sa/4.0/", "no-such-licence")]
    [InlineData("https://creativecommons.org/licenses/", "no-such-licence")]
    [InlineData("https://creativecommons.org/", "no-such-licence")]
    [InlineData("https://creativecommons.org.example/licenses/by/4.0/", "unknown")]
    [InlineData("https://example.org/?u=https://creativecommons.org/licenses/by/4.0/", "unknown")]
    [InlineData("CC BY 5.0", "no-such-licence")]
    [InlineData("CC BY 3.0 International", "no-such-licence")]
    [InlineData("CC-BY-ND-SA", "unknown")]
    [InlineData("CCY-BY-SA-4.0", "unknown")]
    [InlineData("CC BY SA NC", "unknown")]
    [InlineData("BY", "unknown")]
    [InlineData("Creative Commons", "unknown")]
    [InlineData("CC BY, CC BY-NC-ND ", "several")]
    [InlineData("CC BY-SA, Gliffy-Lizenz (?)", "unknown")]
    [InlineData("Some rights reserved", "unknown")]
    [InlineData("made available for research, teaching and private study", "unknown")]
    public void Leaves_unknown_what_is_not_exact(string raw, string reason)
    {
        var reading = Licences.Recognise(raw);

        Assert.Null(reading.Licence);
        Assert.Null(reading.Family);
        Assert.Equal((Tier.T4, "unknown"), (reading.Tier, reading.Rule));
        Assert.Equal("standards.licence.reason." + reason, reading.ReasonKey);
        Assert.Equal(Permissions.Unknown, reading.Permissions);
    }

    [Theory]
    [InlineData(null, Tier.T4, "missing", "missing")]
    [InlineData("", Tier.T4, "missing", "missing")]
    [InlineData(" \n", Tier.T4, "missing", "missing")]
    [InlineData("-", Tier.T4, "missing", "missing")]
    [InlineData("missing", Tier.T4, "missing", "missing")]
    [InlineData("U", Tier.T4, "missing", "missing")]
    [InlineData("Public domain in the USA.", Tier.T4, "rights-statement", "public-domain-in-one-country")]
    [InlineData("public-domain", Tier.T4, "rights-statement", "public-domain-unspecified")]
    [InlineData("cc-mark", Tier.T4, "rights-statement", "public-domain-unspecified")]
    [InlineData("All rights reserved", Tier.T5, "rights-statement", "all-rights-reserved")]
    [InlineData("© 2019 Some Press. All Rights Reserved.", Tier.T5, "rights-statement", "all-rights-reserved")]
    [InlineData("Standard-YouTube-Lizenz", Tier.T5, "rights-statement", "platform-terms")]
    [InlineData(
        "Copyrighted. Read the copyright notice inside this book for details.",
        Tier.T5,
        "rights-statement",
        "copyright-only"
    )]
    [InlineData("http://rightsstatements.org/vocab/InC/1.0/", Tier.T5, "rights-statement", "in-copyright")]
    [InlineData(
        "https://rightsstatements.org/vocab/NoC-US/1.0/?language=en",
        Tier.T4,
        "rights-statement",
        "public-domain-in-one-country"
    )]
    public void Tells_a_rights_statement_from_a_licence(string? raw, Tier tier, string rule, string reason)
    {
        var reading = Licences.Recognise(raw);

        Assert.Null(reading.Licence);
        Assert.Equal((tier, rule), (reading.Tier, reading.Rule));
        Assert.Equal("standards.licence.reason." + reason, reading.ReasonKey);
    }

    [Theory]
    [InlineData("sampling/1.0")]
    [InlineData("sampling+/1.0/de")]
    [InlineData("nc-sampling+/1.0")]
    [InlineData("devnations/2.0")]
    public void Knows_a_retired_licence_that_gives_less_and_says_so(string path)
    {
        var reading = Licences.Recognise($"http://creativecommons.org/licenses/{path}/");

        Assert.NotNull(reading.Licence?.Deprecated);
        Assert.Equal((Tier.T4, LicenceReasons.RetiredAndRestricted), (reading.Tier, reading.ReasonKey));
    }

    [Fact]
    public void Says_in_detail_what_a_licence_lets_one_do()
    {
        // given
        var reading = Licences.Recognise("https://creativecommons.org/licenses/by-nc-nd/3.0/igo/legalcode");

        // then
        Assert.Equal("CC BY-NC-ND 3.0 IGO", reading.Licence!.Label);
        Assert.Equal("by-nc-nd", reading.Licence.Unit);
        Assert.Equal("3.0", reading.Licence.Version);
        Assert.Equal("igo", reading.Licence.Jurisdiction);
        Assert.Equal("CC-BY-NC-ND-3.0-IGO", reading.Licence.Spdx);
        Assert.Null(reading.Licence.Deprecated);
        Assert.Equal(["Distribution", "Reproduction"], reading.Licence.Permits);
        Assert.Equal(["Attribution", "Notice"], reading.Licence.Requires);
        Assert.Equal(["CommercialUse"], reading.Licence.Prohibits);
        Assert.Equal(
            new Permissions
            {
                Copy = Allowance.Yes,
                Share = Allowance.Yes,
                Adapt = Allowance.No,
                Commercial = Allowance.No,
                Attribution = true,
                NonCommercial = true,
                Notice = true,
            },
            reading.Permissions
        );
        Assert.Equal("Attribution-NonCommercial-NoDerivs 3.0 IGO", reading.Licence.Titles["en"]);
        Assert.Equal(
            "CC BY-SA 2.5 Scotland",
            Licences.Recognise("https://creativecommons.org/licenses/by-sa/2.5/scotland/").Licence!.Label
        );
        Assert.True(Licences.Recognise("CC BY-SA").Permissions.ShareAlike);
    }

    [Fact]
    public void Puts_the_titles_together_as_the_RDF_has_them()
    {
        var xml = XNamespace.Xml + "lang";
        var dc = (XNamespace)"http://purl.org/dc/elements/1.1/";
        var rdf = (XNamespace)"http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        foreach (var element in CreativeCommonsDataTests.RdfLicences())
        {
            var licence = Licences.Recognise(element.Attribute(rdf + "about")!.Value).Licence!;
            foreach (var (language, title) in licence.Titles)
            {
                var original = element
                    .Elements(dc + "title")
                    .First(candidate => candidate.Attribute(xml)?.Value == language)
                    .Value;
                Assert.Equal(
                    string.Join(' ', original.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)),
                    original.Contains('<') ? original : title
                );
            }
        }
    }

    [Fact]
    public void Other_licences_are_named_and_addressed_as_in_the_SPDX_list()
    {
        using var spdx = JsonDocument.Parse(File.ReadAllBytes(SharedData.At("vocab-licences/spdx.json")));

        foreach (var licence in Licences.All.Where(licence => !licence.IsCreativeCommons))
        {
            var entry = spdx.RootElement.GetProperty(licence.Spdx!);
            var byUrl = Licences.Recognise(entry.GetProperty("url").GetString());
            if (byUrl.Licence is not null)
                Assert.Equal(licence, byUrl.Licence);
            Assert.Equal(licence, Licences.Recognise(licence.Spdx).Licence);
            Assert.Equal(licence, Licences.Recognise(licence.Uri).Licence);
            Assert.Equal(licence, Licences.Recognise(licence.Label).Licence);
            Assert.Equal(Tier.T1, licence.Tier);
        }
    }

    [Fact]
    public void Every_address_of_a_licence_of_Creative_Commons_in_the_SPDX_list_is_known_by_its_id()
    {
        using var spdx = JsonDocument.Parse(File.ReadAllBytes(SharedData.At("vocab-licences/spdx.json")));
        var ids = spdx
            .RootElement.EnumerateObject()
            .Select(entry => entry.Name)
            .Where(id => id.StartsWith("CC", StringComparison.Ordinal));

        var unknown = ids.Where(id => Licences.Recognise(id).Licence?.Spdx != id);

        Assert.Equal([], unknown);
    }

    [Fact]
    public void Every_reason_and_rule_is_on_its_list()
    {
        Assert.Equal(LicenceReasons.All.Count, LicenceReasons.All.Distinct().Count());
        Assert.Equal(
            LicenceReasons.All.Order(StringComparer.Ordinal),
            typeof(LicenceReasons)
                .GetFields()
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            LicenceRules.All.Order(StringComparer.Ordinal),
            typeof(LicenceRules)
                .GetFields()
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal)
        );
    }
}
