namespace Dala.Search.Analysis.Stemming;

/// <summary>Kazakh, in Cyrillic letters; Latin spellings are brought to them first (<see cref="Transcription.Kazakh"/>).</summary>
internal static class Kazakh
{
    private const string Vowels = "аоұыяёәөүіеэиую";

    // A first or second person's -м, -ң after ы or і is rather the end of a word like мұғалім.
    private const string OpenVowels = "аеәөояуию";
    private const string Nasals = "мнң";
    private const string Voiced = "лрйузжь";

    // Russian words that end in б, в, г, д are heard voiceless: заводтар.
    private const string Voiceless = "пткқсшщчцфхһбвгғдь";

    public static SuffixTable Suffixes { get; } =
        new(
            new()
            {
                Back = "аоұыяё",
                Front = "әөүіеэ",
                Neutral = "иую",
                Consonants = "бвгғджзйкқлмнңпрстуфхһцчшщью",
                BackConsonants = "ғқ",
                FrontConsonants = "гк",
                Archiphonemes = new Dictionary<char, Sound[]>
                {
                    ['А'] = [new('а'), new('е')],
                    ['Ы'] = [new('ы'), new('і')],
                    ['Қ'] = [new('қ'), new('к')],
                    ['Ж'] = [new('ғ'), new('г')],
                    ['Л'] = [new('л', Vowels + "рй"), new('д', "лзжь" + Nasals), new('т', Voiceless)],
                    ['Г'] = [new('н', Vowels + Nasals), new('д', Voiced), new('т', Voiceless)],
                    ['Н'] = [new('н', "аеәыіяуию"), new('д', Voiced + Nasals), new('т', Voiceless)],
                    ['Д'] = [new('д', Vowels + Voiced + Nasals), new('т', Voiceless)],
                    ['Ш'] = [new('д', Vowels + Voiced), new('н', Nasals + "ыі"), new('т', Voiceless)],
                    ['М'] = [new('м', Vowels + "лрйу" + Nasals), new('б', "зж" + Nasals), new('п', Voiceless)],
                    ['Ғ'] =
                    [
                        new('ғ', Vowels + Voiced + Nasals),
                        new('г', Vowels + Voiced + Nasals),
                        new('қ', Voiceless),
                        new('к', Voiceless),
                    ],
                    ['П'] = [new('м', OpenVowels)],
                    ['Б'] = [new('ң', OpenVowels)],
                    // After л, д and т the а is rather the verb's own: сөйле-ді.
                    ['Е'] = [new('а', "бвгғжзйкқмнңпрсфхшщу"), new('е', "бвгғжзйкқмнңпрсфхшщу")],
                    ['У'] = [new('у', "бвгғджзйкқлмнңпрстфхһцчшщае")],
                    // Not after a vowel, nor a past after о: журнал-ы and завод-ы are more frequent than words in -лы and -ды there.
                    ['Я'] = [new('л', "рйу"), new('д', "лзжь" + Nasals), new('т', Voiceless)],
                    ['Р'] = [new('д', "аеыі" + Voiced + Nasals), new('т', Voiceless)],
                    // What a third person's possessive puts before the endings of cases.
                    ['И'] = [new('н', "ыі")],
                },
                // Plural; possessives; genitive, accusative, dative, locative, ablative, instrumental, and what stands in a place; likeness,
                // degree, quality; past, participle, converb, habitual, present, infinitives.
                Suffixes = """
                ЛАр
                П Ым Б Ың :ңЫз ЫңЫз :сЫ Ы :мЫз ЫмЫз :мА ЫмА :ңА ЫңА
                ГЫң НЫ ҒА ДА ШАн !Мен !Менен ДАЖЫ !дікі !нікі !тікі
                И ИА ИдА ИАн ИдАЖЫ
                ДАй шА>4 рАҚ>4 ЫрАҚ>4 ЛЫҚ>4 ЯЫ>4 сЫз>4
                РЫ РЫм РЫң РЫҚ РЫңЫз ҒАн ҒАндАр Ып :п АтЫн :йтЫн ЕдЫ ЫлАдЫ :лАдЫ>4 :йдЫ У МАҚ>4 ЫлҒАн>3 :лҒАн>4 АтЫндЫҚ>3
                """,
                NeutralEndings = "ев ева",
                Soft = "ғгб",
                Hard = "қкп",
                Irregular = """
                халқ халық халк халық орн орын ауз ауыз мұрн мұрын қарн қарын ерн ерін көрк көрік мойн мойын қойн қойын
                ғұрп ғұрып құлқ құлық оқы оқу оқып оқу оқи оқу оқ оқу тані тану таны тану ері еру
                """,
                Whole = """
                қалау сөздік атындағы қалам адам ғалам әлем білім ғылым ілім бөлім қоғам өлең халық ауыл орын қазақ қыз алты жеті кісі бөрі ескі сары қазы әдіс тарих
                айдын жарық балық қала дала бала сала шара мұра сауда пайда қайда мұнда онда сонда есеп мектеп кітап жауап сабақ
                ата ана аға іні апа әке әже шеше баға жаға тоға қалай сондай мұндай қандай дене мәселе мекеме өте өлке ереже
                бастауыш қазақстан балалық адамзат жаңа бұрын кейін қарағанда астана алматы абай қонай неге көне жеке ғана кеме көрме пәні ел
                заман ағын төмен ұзын бүгін ертең кілем өнім өсім түсім жүйе шығын шығым жауын сүйек жүрек үйрек терек көлік
                мысал жұмыс даму бастау әдет дәптер ән әндер маман қорған арман шаман жаман тұман орман
                """,
                Short = "су үй ел ат ай ой ән ер ет от ас із үн ми би",
            }
        );
}
