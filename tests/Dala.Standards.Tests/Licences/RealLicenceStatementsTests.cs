using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Dala.Testing;

namespace Dala.Standards.Tests.Licences;

using Licences = Dala.Standards.Licences.Licences;

/// <summary>How the licence statements of real catalogues are read: a change here is a change to review.</summary>
public sealed partial class RealLicenceStatementsTests
{
    [Fact]
    public void Reads_the_licence_addresses_of_OER_Commons() =>
        Assert.Equal(
            ["cc-uri T1 open 1293", "cc-uri T2 open-noncommercial 689", "cc-uri T3 no-adaptation 194"],
            Counted(RealTables.OerCommons().Select(row => row["LICENSE_URL"]))
        );

    [Fact]
    public void Reads_the_licence_slugs_of_OER_Commons() =>
        Assert.Equal(
            [
                "label-without-version T1 open 1215",
                "label-without-version T2 open-noncommercial 690",
                "label-without-version T3 no-adaptation 194",
                "rights-statement T4 public-domain-unspecified 77",
            ],
            Counted(RealTables.OerCommons().Select(row => row["LICENSE_TITLE"]))
        );

    [Fact]
    public void Reads_the_licence_labels_of_the_open_textbook_lists() =>
        Assert.Equal(
            [
                "label T1 open 75",
                "label-only-version T1 open 9",
                "label-without-version T1 open 499",
                "label-without-version T2 open-noncommercial 670",
                "label-without-version T3 no-adaptation 43",
            ],
            Counted(
                new[] { "open_textbook_library.tsv", "openstax.tsv" }.SelectMany(file =>
                    RealTables.Read("open-textbook-lists/" + file, '\t').Select(row => row["license"])
                )
            )
        );

    [Fact]
    public void Reads_the_licence_lines_of_the_storybooks() =>
        Assert.Equal(
            ["label-without-version T1 open 1516", "label-without-version T2 open-noncommercial 336"],
            Counted(Storybooks())
        );

    [Fact]
    public void Reads_the_prose_of_the_OER_World_Map() =>
        Assert.Equal(
            [
                "label T1 open 1",
                "label-without-version T1 open 3",
                "label-without-version T2 open-noncommercial 4",
                "label-without-version T3 no-adaptation 1",
                "missing T4 missing 21",
                "rights-statement T5 all-rights-reserved 1",
                "rights-statement T5 platform-terms 1",
                "unknown T4 several 9",
                "unknown T4 unknown 28",
            ],
            Counted(RealTables.Read("oer-world-map-repositories/oer_repositories.csv", ',').Select(row => row["license(s)"]))
        );

    [Fact]
    public void Reads_the_rights_of_Project_Gutenberg() =>
        Assert.Equal(
            ["rights-statement T4 public-domain-in-one-country 57076", "rights-statement T5 copyright-only 633"],
            Counted(RealTables.Read("gutenberg-catalogue/metadata.csv.gz", ',').Select(row => row["rights"]))
        );

    /// <summary>
    /// All statements that differ in the catalogues of ../shared/data, with how often each stands there and what a person makes of it: a licence, a family
    /// without version, or none that could be relied on.
    /// </summary>
    [Fact]
    public void Reads_every_statement_of_the_catalogues_as_a_person_does()
    {
        var path = Path.Combine(SharedData.Root, "tests", "Dala.Standards.Tests", "Licences", "real-statements.tsv");
        var rows = File.ReadLines(path).Skip(1).Select(line => line.Split('\t', 3)).ToList();

        var wrong = rows.Where(row => Answer(row[2]) != row[0]).Select(row => $"{row[2]}: {row[0]}, read as {Answer(row[2])}");

        Assert.Equal(212, rows.Count);
        Assert.Empty(wrong);

        static string Answer(string statement) =>
            Licences.Recognise(statement) switch
            {
                { Licence: { IsCreativeCommons: true } licence } => licence.Uri["https://creativecommons.org/".Length..],
                { Licence: { } licence } => licence.Spdx!,
                { Family: { } family } => "family " + family,
                _ => "none",
            };
    }

    private static IEnumerable<string> Counted(IEnumerable<string> statements) =>
        statements
            .GroupBy(statement => statement, StringComparer.Ordinal)
            .Select(group => (Reading: Licences.Recognise(group.Key), Count: group.Count()))
            .GroupBy(pair => $"{pair.Reading.Rule} {pair.Reading.Tier} {pair.Reading.ReasonKey.Split('.')[^1]}")
            .Select(group => $"{group.Key} {group.Sum(pair => pair.Count)}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Storybooks()
    {
        foreach (var file in new[] { "storybooks/african-storybook.zip", "storybooks/global-storybooks.zip" })
        {
            using var zip = ZipFile.OpenRead(SharedData.At(file));
            foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0))
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                yield return LicenceLine().Match(reader.ReadToEnd()).Groups["licence"].Value.Trim();
            }
        }
    }

    [GeneratedRegex(@"^\* *Licen[sc]e: *(?<licence>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex LicenceLine();
}
