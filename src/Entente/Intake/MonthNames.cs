using System.Collections.Frozen;

namespace Entente.Intake;

/// <summary>Names of months, whole and cut short, in the languages of the news that we meet.</summary>
internal static class MonthNames
{
    // A row a month; the order of languages is that of the first row: English, Spanish, Portuguese, French, German, Italian,
    // Dutch, Nordic, Finnish, Russian, Ukrainian, Belarusian, Bulgarian and Macedonian, Serbian, Croatian, Slovene, Polish,
    // Czech, Slovak, Hungarian, Romanian, Greek, Turkish, Azerbaijani, Albanian, Lithuanian, Latvian, Estonian, Arabic
    // (western, eastern), Persian, Hebrew, Hindi, Marathi, Gujarati, Bengali, Urdu, Indonesian and Malay, Armenian, Georgian,
    // Kazakh, Uzbek, Thai, Catalan, Basque, Vietnamese.
    private static readonly string[] Rows =
    [
        "january jan enero ene janeiro janvier janv januar jänner jan gennaio gen januari jan tammikuu tammikuuta января январь янв січня січень студзеня януари јануари јануар januara januar siječnja siječanj januarja stycznia styczeń sty ledna leden january januára január januar jan ianuarie ian ιανουαρίου ιανουάριος ιαν ocak oca yanvar janar sausio sausis janvāris janvārī janvāra jaanuar يناير كانون ژانویه ינואר जनवरी जानेवारी જાન્યુઆરી জানুয়ারি جنوری januari հունվարի հունվար იანვარი იანვარს қаңтар yanvar มกราคม gener urtarrila",
        "february feb febrero fevereiro fev février févr febrer februar feber feb febbraio februari helmikuu helmikuuta февраля февраль фев лютого лютий лютага февруари фебруари фебруар februara veljače veljača februarja lutego luty lut února únor februára február február febr februarie φεβρουαρίου φεβρουάριος φεβ şubat şub fevral shkurt vasario vasaris februāris februārī veebruar فبراير شباط فوریه פברואר फरवरी फेब्रुवारी ફેબ્રુઆરી ফেব্রুয়ারি فروری փետրվարի փետրվար თებერვალი თებერვალს ақпан กุมภาพันธ์ febrer otsaila februari",
        "march mar marzo março mars märz mrz maart mrt maaliskuu maaliskuuta марта март мар березня березень сакавіка март marta ožujka ožujak marca marec marca marzec března březen marca marec március márc martie μαρτίου μάρτιος μαρ mart mar mart mars kovo kovas marts martā märts مارس آذار مارس מרץ मार्च માર્ચ মার্চ مارچ maret mac մարտի մարտ მარტი მარტს наурыз มีนาคม març martxoa",
        "april apr abril abr avril avr april aprile huhtikuu huhtikuuta апреля апрель апр квітня квітень красавіка април aprila travnja travanj aprila kwietnia kwiecień kwi dubna duben apríla apríl április ápr aprilie απριλίου απρίλιος απρ nisan nis aprel prill balandžio balandis aprīlis aprīlī aprill أبريل ابريل إبريل نيسان آوریل אפריל अप्रैल एप्रिल એપ્રિલ এপ্রিল اپریل ապրիլի ապրիլ აპრილი აპრილს сәуір เมษายน abril apirila",
        "may mayo maio mai mai maggio mag mei maj mei toukokuu toukokuuta мая май травня травень мая май маја maja svibnja svibanj maja maja maj května květen mája máj május máj mai μαΐου μάιος μαϊ mayıs may maj gegužės gegužė maijs maijā mai مايو أيار ماي مه מאי मई मे મે মে مئی mei մայիսի մայիս მაისი მაისს мамыр พฤษภาคม maig maiatza",
        "june jun junio junho juin juni jun giugno giu juni kesäkuu kesäkuuta июня июнь июн червня червень чэрвеня юни јуни јун juna lipnja lipanj junija czerwca czerwiec cze června červen júna jún június jún iunie iun ιουνίου ιούνιος ιουν haziran haz iyun qershor birželio birželis jūnijs jūnijā juuni يونيو يونيه حزيران جوان ژوئن יוני जून જૂન জুন جون juni հունիսի հունիս ივნისი ივნისს маусым มิถุนายน juny ekaina",
        "july jul julio julho juillet juil juli luglio lug juli heinäkuu heinäkuuta июля июль июл липня липень ліпеня юли јули јул jula srpnja srpanj julija lipca lipiec lip července červenec júla júl július júl iulie iul ιουλίου ιούλιος ιουλ temmuz tem iyul korrik liepos liepa jūlijs jūlijā juuli يوليو يوليه تموز جويلية ژوئیه יולי जुलाई जुलै જુલાઈ জুলাই جولائی juli հուլիսի հուլիս ივლისი ივლისს шілде กรกฎาคม juliol uztaila",
        "august aug agosto ago août aout augustus agosto agt agustus ogos elokuu elokuuta августа август авг серпня серпень жніўня август avgusta kolovoza kolovoz avgusta sierpnia sierpień sie srpna srpen augusta august augusztus aug august αυγούστου αύγουστος αυγ ağustos ağu avqust gusht rugpjūčio rugpjūtis augusts augustā august أغسطس اغسطس آب أوت اوت אוגוסט अगस्त ऑगस्ट ઓગસ્ટ আগস্ট اگست օգոստոսի օգոստոս აგვისტო აგვისტოს тамыз avgust สิงหาคม agost abuztua",
        "september sep sept septiembre setiembre setembro set septembre settembre set september syyskuu syyskuuta сентября сентябрь сен вересня вересень верасня септември септембар septembra rujna rujan septembra września wrzesień wrz září septembra szeptember szept septembrie σεπτεμβρίου σεπτέμβριος σεπ σεπτ eylül eyl sentyabr shtator rugsėjo rugsėjis septembris septembrī سبتمبر أيلول سپتامبر ספטמבר सितंबर सितम्बर सप्टेंबर સપ્ટેમ્બર সেপ্টেম্বর ستمبر սեպտեմբերի սեպտեմբեր სექტემბერი სექტემბერს қыркүйек sentabr กันยายน setembre iraila",
        "october oct octubre outubro out octobre oktober okt ottobre ott oktober lokakuu lokakuuta октября октябрь окт жовтня жовтень кастрычніка октомври октобар oktobra listopada listopad oktobra października październik paź října říjen októbra október október okt octombrie οκτωβρίου οκτώβριος οκτ ekim eki oktyabr tetor spalio spalis oktobris oktobrī oktoober أكتوبر اكتوبر تشرين اکتبر אוקטובר अक्टूबर ऑक्टोबर ઓક્ટોબર অক্টোবর اکتوبر հոկտեմբերի հոկտեմբեր ოქტომბერი ოქტომბერს қазан ตุลาคม octubre urria",
        "november nov noviembre novembro novembre nov november november marraskuu marraskuuta ноября ноябрь ноя листопада листопад лістапада ноември новембар novembra studenoga studenog studeni novembra listopada listopadu novembra november november novembrie noiembrie noi νοεμβρίου νοέμβριος νοε kasım kas noyabr nëntor nentor lapkričio lapkritis novembris novembrī نوفمبر نونبر نوامبر נובמבר नवंबर नवम्बर नोव्हेंबर નવેમ્બર নভেম্বর نومبر nopember նոյեմբերի նոյեմբեր ნოემბერი ნოემბერს қараша พฤศจิกายน novembre azaroa",
        "december dec diciembre dic dezembro dez décembre déc dezember dicembre december des desember joulukuu joulukuuta декабря декабрь дек грудня грудень снежня декември децембар decembra prosinca prosinac decembra grudnia grudzień gru prosince prosinec decembra december december decembrie δεκεμβρίου δεκέμβριος δεκ aralık ara dekabr dhjetor gruodžio gruodis decembris decembrī detsember ديسمبر كانون دجنبر دسامبر דצמבר दिसंबर दिसम्बर डिसेंबर ડિસેમ્બર ডিসেম্বর دسمبر desember disember դեկտեմբերի դեկտեմբեր დეკემბერი დეკემბერს желтоқсан ธันวาคม desembre abendua",
    ];

    private static readonly FrozenDictionary<string, int> Numbers = Table();

    /// <summary>The month's number; 0 if <paramref name="name"/> names none. Short forms must be whole (<c>Mar</c>, <c>Sept</c>).</summary>
    public static int Number(string name)
    {
        var lower = name.ToLowerInvariant();
        if (Numbers.TryGetValue(lower, out var number)) return number;
        // Hebrew and Arabic write "in March" as one word; Vietnamese counts months.
        if (lower.Length > 3 && lower[0] is 'ב' or 'ל' && Numbers.TryGetValue(lower[1..], out number)) return number;
        return lower.StartsWith("tháng ", StringComparison.Ordinal) && int.TryParse(lower[6..], out number) && number is >= 1 and <= 12 ? number : 0;
    }

    private static FrozenDictionary<string, int> Table()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 0; month < Rows.Length; month++)
            foreach (var name in Rows[month].Split(' ')) table.TryAdd(name.ToLowerInvariant(), month + 1);
        // A name that means two months in two languages (Croatian srpanj is July, Czech srpen August) has two forms, but
        // listopada is October in Croatian and November in Polish: Poland's news is the larger part.
        table["listopada"] = 11;
        table["listopad"] = 11;
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
