namespace Dala.Search.Analysis.Stemming;

/// <summary>Azerbaijani, in the Latin alphabet of 1992; Cyrillic is brought to it first (<see cref="Transcription.Azerbaijani"/>).</summary>
internal static class Azerbaijani
{
    public static SuffixTable Suffixes { get; } =
        new(
            new()
            {
                Back = "aıou",
                Front = "eəiöü",
                Consonants = "bcçdfgğhxjkqlmnprsştvyz",
                Archiphonemes = new Dictionary<char, Sound[]>
                {
                    ['A'] = [new('a'), new('ə')],
                    ['I'] = [new('ı'), new('i'), new('u'), new('ü')],
                    ['L'] = [new('l', "bcçdfgğhxjkqmnprsştvyz")],
                    ['Q'] = [new('q'), new('k')],
                    // What a third person's possessive puts before the endings of cases.
                    ['N'] = [new('n', "ıiuü")],
                },
                BackConsonants = "q",
                FrontConsonants = "k",
                Suffixes = """
                lAr
                :m Im :n In :sI I ImIz :mIz InIz :nIz
                :nI :nIn A>4 :yA dA dAn lA>4 :ylA dAkI
                N NA NI NdA NdAn NdAkI
                lIQ>4 LI>4 sIz>4 cA>4
                mAQ>3 mA>3 dI mIş>3 AcAQ>3 :yAcAQ ArAQ>3 :yArAQ IlAn>3 dIQ>3
                """,
                Soft = "ğgbcd",
                Hard = "qkpçt",
                SoftensOnlyLongWords = true,
                Irregular = """
                oğl oğul şəhr şəhər ism isim fikr fikir şəkl şəkil nəsl nəsil ağl ağıl ağz ağız burn burun beyn beyin hökm hökm
                çörəy çörək ürəy ürək kömey kömək köməy kömək çiçəy çiçək böyü böyük bildirçin bildirçin dəftərxana dəftərxana
                """,
                Whole = """
                adam qələm aləm elm bilim təlim kitab məktəb azərbaycan xalq şəhər kənd ana ata baba nənə bala qardaş bacı
                yazı say tarix dil insan zaman orman vətən roman qadın yaxın altı yeddi iki yeni köhnə yarı doğru bölmə sistem problem
                proqram sinif dərs sual cavab bəzi bütün son uzun gün bu günü sinema tema iqlim həkim müəllim alma almaq olma olmaq para qara hara
                bura ora necə gecə parça azərbaycanca xəstə dəstə bağça nağıl ölkə
                """,
                Short = "su ev əl ad at iş ot ox ay il üç iç ön ip av aş öz un uc",
            }
        );
}
