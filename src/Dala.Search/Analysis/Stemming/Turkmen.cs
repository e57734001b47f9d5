namespace Dala.Search.Analysis.Stemming;

/// <summary>Turkmen, in the Latin alphabet of 1999; Cyrillic is brought to it first (<see cref="Transcription.Turkmen"/>).</summary>
internal static class Turkmen
{
    public static SuffixTable Suffixes { get; } =
        new(
            new()
            {
                Back = "ayou",
                Front = "eäiöü",
                Consonants = "bçdfghjžklmnňprsştwýz",
                Archiphonemes = new Dictionary<char, Sound[]>
                {
                    ['A'] = [new('a'), new('e')],
                    ['L'] = [new('l', "bçdfghjžkmnňprsştwýz")],
                    ['Ä'] = [new('a'), new('ä')],
                    ['I'] = [new('y'), new('i'), new('u'), new('ü')],
                    // What a third person's possessive puts before the endings of cases.
                    ['N'] = [new('n', "yiuü")],
                },
                Suffixes = """
                lAr
                :m Im :n>4 :ň Iň :sI I ImIz :mIz IňIz :ňIz
                :nI :nIň A>4 :nA dA dAn dÄkI gA>4
                N NA NI NdA NdAn NdÄkI
                lIk>4 LI>4 sIz>4 çA>4 rAk>4
                mAk>3 dI ýAn>3 ýär>4 ýar>4 An>4 Ip>3 :p
                """,
                Soft = "gb",
                Hard = "kp",
                SoftensOnlyLongWords = true,
                Irregular = """
                ogl ogul agz agyz burn burun köňl köňül gowun gowun
                """,
                Whole = """
                adam galam älem bilim ylym bölüm kitap mekdep türkmen halk şäher oba ata ene kaka eje çaga bala gardaş dogan
                ýazgy taryh dil ynsan zaman roman altyn ýakyn alty ýedi iki täze köne ýarym dogry ulgam programma synp sapak sorag jogap
                bäri bütin soň uzyn gün aşgabat türkmenistan mugallym okuwçy nädip nirede näme beýik
                """,
                Short = "öý el at iş ot aý il üç iç öz",
            }
        );
}
