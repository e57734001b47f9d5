namespace Dala.Search.Analysis.Stemming;

/// <summary>Turkish.</summary>
internal static class Turkish
{
    private const string Vowels = "aıoueiöü";
    private const string Voiceless = "çfhkpsşt";
    private const string Voiced = Vowels + "bcdgğjlmnrvyz";

    public static SuffixTable Suffixes { get; } =
        new(
            new()
            {
                Back = "aıou",
                Front = "eiöü",
                Consonants = "bcçdfgğhjklmnprsştvyz",
                Archiphonemes = new Dictionary<char, Sound[]>
                {
                    ['A'] = [new('a'), new('e')],
                    ['I'] = [new('ı'), new('i'), new('u'), new('ü')],
                    // kural-ı is more frequent than a quality after a vowel.
                    ['L'] = [new('l', "bcçdfgğhjkmnprsştvyz")],
                    ['D'] = [new('d', Voiced), new('t', Voiceless)],
                    ['C'] = [new('c', Voiced), new('ç', Voiceless)],
                    // What a third person's possessive puts before the endings of cases.
                    ['N'] = [new('n', "ıiuü")],
                },
                // Plural; possessives; cases; relative, quality; verbal nouns and tenses.
                Suffixes = """
                lAr
                :m Im :n In :sI I ImIz :mIz InIz :nIz
                :yI :nIn A>4 :yA DA DAn lA>4 :ylA DAki
                N NA NI NdA NdAn NdAki
                lIk>4 LI>4 sIz>4 CA>4
                mAk>3 mA>3 DI mIş>3 AcAk>3 :yAcAk Iyor>3 ArAk>3 :yArAk DIk>3
                """,
                Soft = "ğgbcd",
                Hard = "kkpçt",
                SoftensOnlyLongWords = true,
                Irregular = """
                oğl oğul şehr şehir ism isim fikr fikir resm resim şekl şekil akl akıl beyn beyin burn burun ağz ağız nehr nehir metn metin
                nesl nesil hükm hüküm ilm ilim çocuğ çocuk rengi renk reng renk
                """,
                Whole = """
                kapı konu kutu dizi sayı yazı soru bilgi ilgi duygu olgu yarı doğru eski yeni belki şimdi iki yedi altı kendi tarih okul
                kadın insan zaman orman vatan roman alan plan aydın yakın altın bütün gün dün son uzun için yön ön tema sinema elma dönem
                program problem sistem bölüm ölüm çözüm eğitim öğretim iletişim gelişim değişim bilim dilim iklim resim isim adım yarım anlam
                toplum durum kurum yorum yardım kitap kalem alem bayram ekim kasım masa bina hava ana baba anne dede para kara yara sıra
                türkçe bahçe parça akça dil tane hane sene kere nere bura ora deneme çalışma temel
                saray olay halay kolay
                istanbul ankara türkiye deri seri geri ileri biri hepsi kimse müzik fizik çocuk küçük büyük çiçek yemek ekmek gerçek
                """,
                Short = "su ev el ad at iş ot ok ay il üç iç ön ip av ak aş öz un us uç",
            }
        );
}
