namespace Dala.Search.Analysis.Stemming;

/// <summary>Kyrgyz. Its harmony has four kinds of vowels; two are told apart here, since rounding decides nothing that front and back leave open.</summary>
internal static class Kyrgyz
{
    private const string Vowels = "аоуыяёюеэиөү";
    private const string Voiced = "бвгджзйлмнңрь";
    private const string Voiceless = "пткстшщчцфхь";

    public static SuffixTable Suffixes { get; } =
        new(
            new()
            {
                Back = "аоуыяёю",
                Front = "еэиөү",
                Consonants = "бвгджзйклмнңпрстфхцчшщьъ",
                Archiphonemes = new Dictionary<char, Sound[]>
                {
                    ['А'] = [new('а'), new('е'), new('о'), new('ө')],
                    ['Ы'] = [new('ы'), new('и'), new('у'), new('ү')],
                    ['У'] = [new('у'), new('ү')],
                    ['О'] = [new('о'), new('ө')],
                    ['Л'] = [new('л', Vowels + "рй"), new('д', Voiced), new('т', Voiceless)],
                    ['Н'] = [new('н', Vowels), new('д', Voiced), new('т', Voiceless)],
                    ['Д'] = [new('д', Vowels + Voiced), new('т', Voiceless)],
                    ['Г'] = [new('г', Vowels + Voiced), new('к', Voiceless)],
                    // What a third person's possessive puts before the endings of cases.
                    ['И'] = [new('н', "ыиуү")],
                },
                // Plural; possessives; genitive, accusative, dative, locative, ablative; likeness, degree, quality; verbs.
                Suffixes = """
                ЛАр
                :м Ым :ң Ың :ңЫз ЫңЫз :сЫ Ы :бЫз ЫбЫз :мА ЫмА :ңА ЫңА
                НЫн НЫ ГА ДА ДАн ДАгЫ НЫкЫ
                И ИА ИдА ИАн ИдАгЫ
                ДАй чА>4 рААк>4 ЫрААк>4 ЛЫк>4 ЛУУ>4 сЫз>4
                ДЫ ДЫм ДЫң ДЫк ГАн Ып :п УУ>3 УчУ>4 Ат>4 :йт>4 ГАндАр ЫлГАн>3 :лГАн>3
                """,
                NeutralEndings = "ев ева",
                Soft = "гб",
                Hard = "кп",
                Irregular = """
                орд орун мурд мурун эрд эрин ооз ооз көрк көрк балдар бала окуп оку окуу оку баалоо баала башто башта иште иште иштө иште
                баштоо башта иштөө иште сүйлөө сүйлө ойноо ойно калк калк
                """,
                Whole = """
                адам калам аалам илим билим бөлүм көлөм калк кыргыз алты жети киши бөрү эски сары тарых айыл орун балык кала талаа бала
                мектеп китеп жооп сабак ата эне ага ини апа бир кандай мындай андай ошондой кайда жаңы бишкек кыргызстан мисал жумуш айдын
                мугалим окуучу тамак токой ооз ото жаман заман арман орман адеп эсеп тема үйрөн өлөң кыймыл доор баа чоо доо
                """,
                Short = "ыр үй эл ат ай ой эр эт от аш из үн ээ",
            }
        );
}
