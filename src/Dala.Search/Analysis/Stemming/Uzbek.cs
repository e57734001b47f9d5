namespace Dala.Search.Analysis.Stemming;

/// <summary>Uzbek, in the Latin alphabet of 1995; Cyrillic is brought to it first (<see cref="Transcription.Uzbek"/>). It has no vowel harmony.</summary>
internal static class Uzbek
{
    public static SuffixTable Suffixes { get; } =
        new(
            new()
            {
                Back = "aouʻ",
                Front = "ei",
                Consonants = "bdfghjklmnpqrstvxyzʻ",
                Archiphonemes = new Dictionary<char, Sound[]>
                {
                    // protokol-i and hudud-i are more frequent than a quality or a past after these vowels.
                    ['L'] = [new('l', "bdfghjkmnpqrstvxyzʻ")],
                    ['S'] = [new('s', "aio")],
                    ['D'] = [new('d', "aibfghjklmnpqrstvxyzʻ")],
                },
                HasHarmony = false,
                // Plural; possessives; cases; likeness, degree, quality; verbs.
                Suffixes = """
                lar
                :m im :ng ing Si i imiz :miz ingiz :ngiz
                ning ni ga ka>4 qa>4 da dan dagi gacha niki
                cha>4 day>4 dek>4 roq>4 lik>4 Li>4 siz>4
                Di gan gani ayotgani yotgani ilgani kan>4 qan>4 ish moq ib adi :ydi ayotgan yotgan ilgan :lgan>4
                """,
                Soft = "g",
                Hard = "k",
                SoftensOnlyLongWords = true,
                Irregular = """
                oʻgʻl oʻgʻil shahr shahar burn burun ogʻz ogʻiz koʻngl koʻngil singl singil qishlogʻ qishloq barmogʻ barmoq
                oʻrtogʻ oʻrtoq yaprogʻ yaproq qulogʻ quloq tuprogʻ tuproq bulogʻ buloq taomil taomil nasl nasl oʻqi oʻqi
                oʻq oʻqi soʻra soʻra boshlan boshlan
                """,
                Whole = """
                darslik qonun oʻyin imtihon dushman mehmon karvon kun odam qalam olam ilim bilim ilm taʼlim talim fan kitob maktab oʻzbek xalq shahar qishloq bola ona ota aka opa oila dala
                tarix adabiyot san'at sanat ish kirish bosh tosh qish yosh quyosh kumush ming yangi eski katta kichik yaxshi oltin
                bilan uchun haqida qanday bunday shunday unday qayerda hozir keyin avval dastur milliy siyosiy ilmiy tabiiy
                vatan tuman orden yaqin farmon toʻlqin ekran telefon roman maqsad farzand umid avlod jadid fizika kimyo matematika biologiya geografiya algebra geometriya musiqa maʼno mano insoniy kasalxona tizim iqlim qism
                qadimgi hikoya masala ertak oʻlka mamlakat toshkent samarqand buxoro zamin hayvon osmon inson zamon jahon makon imkon qozon
                mavzu yulduz koʻcha guncha parcha qancha tushuncha
                """,
                Short = "uy el ot oy ov er",
            }
        );
}
