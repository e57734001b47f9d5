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
    [InlineData("Creative Commons Namensnennung 4.0 International", "by/4.0/", "label")]
    [InlineData("Namensnennung - Weitergabe unter gleichen Bedingungen 4.0 International (CC BY-SA 4.0)", "by-sa/4.0/", "label")]
    [InlineData("Lizenz: CC BY-NC-SA 3.0 Deutschland", "by-nc-sa/3.0/de/", "label")]
    [InlineData("Attribution – Pas d’Utilisation Commerciale 3.0 France", "by-nc/3.0/fr/", "label")]
    [InlineData(
        "Licence Creative Commons Attribution - Partage dans les Mêmes Conditions 4.0 International",
        "by-sa/4.0/",
        "label"
    )]
    [InlineData("Атрибуция-СохранениеУсловий 4.0 Всемирная", "by-sa/4.0/", "label")]
    [InlineData("Лицензия Creative Commons «С указанием авторства-Некоммерческая» 4.0 Всемирная", "by-nc/4.0/", "label")]
    [InlineData(
        "«Attribution-ShareAlike» («Атрибуция — На тех же условиях») 4.0 Весь мир (в т.ч. Россия и др.)",
        "by-sa/4.0/",
        "label"
    )]
    [InlineData("Атауын сақтау 4.0 Халықаралық", "by/4.0/", "label")]
    [InlineData("Із Зазначенням Авторства 4.0 Міжнародна", "by/4.0/", "label")]
    [InlineData("نَسب المُصنَّف - الترخيص بالمثل 4.0 دولي", "by-sa/4.0/", "label")]
    [InlineData("نسب المصنف ٤٫٠ دولي", "by/4.0/", "label")]
    [InlineData("知识共享署名-相同方式共享 4.0 国际许可协议", "by-sa/4.0/", "label")]
    [InlineData("署名-相同方式共享 4.0 国际", "by-sa/4.0/", "label")]
    [InlineData("創用CC 姓名標示-非商業性 3.0 台灣 授權條款", "by-nc/3.0/tw/", "label")]
    [InlineData("本作品采用知识共享署名 4.0 国际许可协议进行许可", "by/4.0/", "sentence")]
    [InlineData("श्रेय-समानसांझा 4.0", "by-sa/4.0/", "label")]
    [InlineData("Reconocimiento-NoComercial-SinObraDerivada 3.0 España", "by-nc-nd/3.0/es/", "label")]
    [InlineData("Atribuição-NãoComercial-CompartilhaIgual 4.0 Internacional", "by-nc-sa/4.0/", "label")]
    [InlineData("Erkännande-DelaLika 2.5 Sverige", "by-sa/2.5/se/", "label")]
    [InlineData("Atıf-GayriTicari 4.0 Uluslararası", "by-nc/4.0/", "label")]
    [InlineData("E'tirof-Notijorat 4.0 Xalqaro", "by-nc/4.0/", "label")]
    [InlineData(
        "Dieses Werk ist lizenziert unter einer Creative Commons Namensnennung 4.0 International Lizenz.",
        "by/4.0/",
        "sentence"
    )]
    [InlineData("CC BY Attribution 4.0", "by/4.0/", "label")]
    [InlineData("CC BY-SA 4", "by-sa/4.0/", "label")]
    [InlineData("CC BY 4,0", "by/4.0/", "label")]
    [InlineData("CCBY4.0", "by/4.0/", "label")]
    [InlineData("Attribution 4.0 International (CC BY 4.0) https://creativecommons.org/licenses/by/4.0/", "by/4.0/", "label")]
    [InlineData("CC BY, https://creativecommons.org/licenses/by/4.0/", "by/4.0/", "cc-uri")]
    [InlineData("{\"license\":\"CC BY-SA\",\"licenseVersion\":\"4.0\"}", "by-sa/4.0/", "label")]
    [InlineData("cc_by_nc_sa 3.0", "by-nc-sa/3.0/", "label")]
    [InlineData("https://i.creativecommons.org/l/by-sa/3.0/de/88x31.png", "by-sa/3.0/de/", "cc-uri")]
    [InlineData("https://spdx.org/licenses/CC-BY-NC-ND-3.0-DE.html", "by-nc-nd/3.0/de/", "spdx")]
    [InlineData(
        "<a rel=\"license\" href=\"http://creativecommons.org/licenses/by/4.0/\"><img alt=\"Creative Commons License\" style=\"border-width:0\" src=\"https://i.creativecommons.org/l/by/4.0/88x31.png\" /></a><br />This work is licensed under a <a rel=\"license\" href=\"http://creativecommons.org/licenses/by/4.0/\">Creative Commons Attribution 4.0 International License</a>.",
        "by/4.0/",
        "sentence"
    )]
    [InlineData(
        "This work is licensed under the Creative Commons Attribution-NonCommercial 3.0 Unported License. To view a copy of this license, visit http://creativecommons.org/licenses/by-nc/3.0/ or send a letter to Creative Commons, PO Box 1866, Mountain View, CA 94042, USA.",
        "by-nc/3.0/",
        "sentence"
    )]
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
    [InlineData("BY-NC-SA", "by-nc-sa", Tier.T2, "label-without-version")]
    [InlineData("Attribution-ShareAlike", "by-sa", Tier.T1, "label-without-version")]
    [InlineData("Creative Commons Namensnennung", "by", Tier.T1, "label-without-version")]
    [InlineData("知识共享 署名-非商业性使用", "by-nc", Tier.T2, "label-without-version")]
    [InlineData(
        "<a rel=\"license\" href=\"https://creativecommons.org/licenses/by-sa/\">CC BY-SA</a>",
        "by-sa",
        Tier.T1,
        "cc-uri-unversioned"
    )]
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
    [InlineData("may be used for research", "unknown")]
    [InlineData("CC BY-SA 3.0 or later", "unknown")]
    [InlineData("CC BY(-SA) 4.0", "unknown")]
    [InlineData("CC BY 4.0 (?)", "unknown")]
    [InlineData("CC BY 4.0*", "unknown")]
    [InlineData("CC BY 4.0 and CC BY-SA 4.0", "several")]
    [InlineData("CC BY 4.0 / CC BY-SA 4.0", "several")]
    [InlineData("CC-BY-4.0 OR MIT", "several")]
    [InlineData("CC BY-SA, GFDL", "several")]
    [InlineData("CC BY-SA 4.0 (CC BY 4.0)", "several")]
    [InlineData("CC BY 4.0 https://creativecommons.org/licenses/by-nc/4.0/", "several")]
    [InlineData("CC BY Germany https://creativecommons.org/licenses/by/4.0/", "several")]
    [InlineData("Except as otherwise noted: https://creativecommons.org/licenses/by/4.0/", "unknown")]
    [InlineData("Attribution", "unknown")]
    [InlineData("Namensnennung", "unknown")]
    [InlineData("Creative Commons Коммерциялық емес 1.0", "unknown")]
    [InlineData("CC BY-ND-NC 4.0", "no-such-licence")]
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
    [InlineData("for personal study only", Tier.T5, "rights-statement", "limited-use")]
    [InlineData("Nur für den privaten Gebrauch.", Tier.T5, "rights-statement", "limited-use")]
    [InlineData("للأغراض التعليمية فقط", Tier.T5, "rights-statement", "limited-use")]
    [InlineData("仅供个人学习使用", Tier.T5, "rights-statement", "limited-use")]
    [InlineData("free to read", Tier.T5, "rights-statement", "free-access-only")]
    [InlineData("No licence", Tier.T5, "rights-statement", "no-licence")]
    [InlineData("Все права защищены.", Tier.T5, "rights-statement", "all-rights-reserved")]
    [InlineData("جميع الحقوق محفوظة", Tier.T5, "rights-statement", "all-rights-reserved")]
    [InlineData("Copyright 2010 Jane Roe", Tier.T5, "rights-statement", "copyright-only")]
    [InlineData("© 2010-2012 Ministry of Education", Tier.T5, "rights-statement", "copyright-only")]
    [InlineData("© 2010 Jane Roe, free for all", Tier.T4, "unknown", "unknown")]
    [InlineData("© 2010 Jane Roe, CC BY 4.0 with exceptions", Tier.T4, "unknown", "unknown")]
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
    [InlineData("CC-BY-ND-SA", "contradiction", "", "")]
    [InlineData("CC BY-NC-SA-ND 4.0", "contradiction", "", "")]
    [InlineData("https://creativecommons.org/licenses/by-nd-sa/4.0/", "contradiction", "", "")]
    [InlineData("CCY-BY-SA-4.0", "meant", "CC BY-SA 4.0", "")]
    [InlineData("CC-BY-SA-NC-4.0", "meant", "CC BY-NC-SA 4.0", "")]
    [InlineData("CC BY SA NC", "meant", "CC BY-NC-SA", "")]
    [InlineData("CC BY-ND-NC 4.0", "meant", "CC BY-NC-ND 4.0", "")]
    [InlineData("CC NC-SA 4.0", "meant", "CC BY-NC-SA 4.0", "")]
    [InlineData("http://creativecommon.org/licenses/by/4.0/", "meant", "CC BY 4.0", "")]
    [InlineData("http://creativecommons.com/licenses/by/4.0/", "meant", "CC BY 4.0", "")]
    [InlineData("CC BY 5.0", "no-such-version", "CC BY", "1.0, 2.0, 2.1, 2.5, 3.0, 4.0")]
    [InlineData("BY-SA 4.1", "no-such-version", "CC BY-SA", "1.0, 2.0, 2.1, 2.5, 3.0, 4.0")]
    [InlineData("https://creativecommons.org/licenses/by/5.0/", "no-such-version", "CC BY", "1.0, 2.0, 2.1, 2.5, 3.0, 4.0")]
    [InlineData("CC BY 4.0 Germany", "no-such-port", "CC BY 4.0", "")]
    [InlineData("CC BY 3.0 International", "no-such-port", "CC BY 3.0", "")]
    [InlineData("https://creativecommons.org/licenses/by/4.0/us/", "no-such-port", "CC BY 4.0", "")]
    [InlineData("Creative Commons", "which-one", "", "")]
    [InlineData("Лицензия Creative Commons", "which-one", "", "")]
    [InlineData("https://creativecommons.org/licenses/", "which-one", "", "")]
    [InlineData("Cats and dogs", null, "", "")]
    [InlineData("CC BY 4.0", null, "", "")]
    public void Gives_a_person_a_hint_and_repairs_nothing(string raw, string? hint, string licence, string detail)
    {
        var reading = Licences.Recognise(raw);

        Assert.Equal(hint is null ? null : new LicenceHint("library.licence.hint." + hint, licence, detail), reading.Hint);
        if (hint is not null)
            Assert.Equal((null, null, Tier.T4), (reading.Licence, reading.Family, reading.Tier));
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

    // The reader puts such signs in the place of addresses and phrases.
    [Fact]
    public void Control_characters_in_a_statement_name_nothing_and_break_nothing()
    {
        for (var sign = '\0'; sign < ' '; sign++)
        {
            foreach (var statement in (string[])[$"{sign}", $"{sign};Z", $"{sign} {sign}", $"CC BY{sign}{sign}", $"a; {sign}; b"])
                Assert.Null(Licences.Recognise(statement).Licence);
        }
    }

    [Fact]
    public void Every_reason_and_rule_is_on_its_list()
    {
        Assert.Equal(LicenceReasons.All.Count, LicenceReasons.All.Distinct().Count());
        Assert.Equal(
            LicenceHints.All.Order(StringComparer.Ordinal),
            typeof(LicenceHints)
                .GetFields()
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal)
        );
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
