"""Days whose month is called by its name, in the order and the language of the page."""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re

from msgspec import Struct

_NAMES = {
    1: "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari janúar stycznia styczeń января январь янв ledna leden ocak ianuarie tammikuuta január "
    "gener januára januar siječnja siječanj јануар јануара січня січень студзеня януари ιανουαρίου ιανουάριος ιαν sausio sausis janvāris janvārī janvāra jaanuar januarie ujanuwari januwari يناير كانون ינואר ژانویه जनवरी มกราคม "
    "ม.ค जन. জানুয়ারি ஜனவரி జనవరి جنوری",
    2: "february feb februar februari février févr fevrier febrero febbraio febr fevereiro fev lutego luty февраля февраль фев února únor şubat februarie helmikuuta február febrúar "
    "febrer februára veljače veljača фебруар лютого лютий февруари φεβρουαρίου φεβρουάριος φεβ vasario vasaris februāris februārī februāra veebruar ufebhuwari فبراير شباط פברואר فوریه फरवरी फ़रवरी กุมภาพันธ์ ก.พ "
    "ফেব্রুয়ারি பிப்ரவரி ఫిబ్రవరి فروری pebruari febuari",
    3: "march mar märz mrz maerz mars marzo março marco maart marts marca marzec марта март března březen mart martie maaliskuuta március "
    "març marec ožujka ožujak березня березень сакавіка μαρτίου μάρτιος μαρ kovo kovas marta märts maret mac umashi machi مارس آذار מרץ मार्च มีนาคม มี.ค মার্চ மார்ச் మార్చి مارچ",
    4: "april apr avril avr abril abr aprile kwietnia kwiecień апреля апрель апр dubna duben nisan aprilie huhtikuuta április apríl "
    "apríla travnja travanj априла квітня квітень красавіка април απριλίου απρίλιος απρ balandžio balandis aprīlis aprīlī aprīļa aprill aprili أبريل ابريل نيسان אפריל آوریل अप्रैल เมษายน เม.ย এপ্রিল ஏப்ரல் ఏప్రిల్ اپریل",
    5: "may mai mayo maggio mag maio mei maj maja мая май května květen mayıs toukokuuta május maí "
    "maig mája svibnja svibanj маја травня травень μαΐου μαίου μάιος μαϊ gegužės gegužė maijs maijā maija umeyi مايو أيار מאי مه मई พฤษภาคม พ.ค মে மே మే مئی",
    6: "june jun juni juin junio giugno giu junho czerwca czerwiec июня июнь июн června červen haziran iunie kesäkuuta június júní "
    "juny júna jún lipnja lipanj јуна червня червень чэрвеня юни ιουνίου ιούνιος ιουν birželio birželis jūnijs jūnijā jūnija juuni junie ujuni يونيو يونيه حزيران יוני ژوئن जून มิถุนายน มิ.ย জুন ஜூன் జూన్ جون",
    7: "july jul juli juillet juil julio luglio lug julho lipca lipiec июля июль июл července červenec temmuz iulie heinäkuuta július júlí "
    "juliol júla júl srpnja srpanj јула липня липень ліпеня юли ιουλίου ιούλιος ιουλ liepos liepa jūlijs jūlijā jūlija juuli julie ujulayi julai يوليو يوليه تموز יולי ژوئیه جولای जुलाई กรกฎาคม ก.ค জুলাই ஜூலை జూలై جولائی",
    8: "august aug août aout agosto ago agustus augustus augusti sierpnia sierpień августа август авг srpna srpen ağustos elokuuta augusztus ágúst "
    "agost augusta kolovoza kolovoz avgusta avgust августа серпня серпень жніўня αυγούστου αύγουστος αυγ rugpjūčio rugpjūtis augusts augustā ogos agasti u-agasti أغسطس اغسطس آب אוגוסט اوت अगस्त สิงหาคม ส.ค আগস্ট ஆகஸ்ட் ఆగస్టు اگست",
    9: "september sep sept septembre septiembre settembre set setembro wrzesień września сентября сентябрь сен září eylül septembrie syyskuuta szeptember "
    "setembre septembra rujna rujan септембар септембра вересня вересень верасня септември σεπτεμβρίου σεπτέμβριος σεπ rugsėjo rugsėjis septembris septembrī usepthemba سبتمبر أيلول ספטמבר سپتامبر सितंबर सितम्बर กันยายน ก.ย সেপ্টেম্বর "
    "செப்டம்பர் సెప్టెంబర్ ستمبر septemba",
    10: "october oct oktober okt octobre octubre ottobre ott outubro out października październik октября октябрь окт října říjen ekim octombrie lokakuuta október "
    "octubre októbra октобар октобра жовтня жовтень кастрычніка октомври οκτωβρίου οκτώβριος οκτ spalio spalis oktobris oktobrī oktobra oktoober uokthoba أكتوبر اكتوبر تشرين אוקטובר اکتبر अक्टूबर अक्तूबर ตุลาคม ต.ค "
    "অক্টোবর அக்டோபர் అక్టోబర్ اکتوبر oktoba",
    11: "november nov novembre noviembre novembro listopada listopad листопада листопад ноября ноябрь ноя kasım noiembrie marraskuuta nóvember "
    "novembra studenoga studenog studeni новембар новембра лістапада ноември νοεμβρίου νοέμβριος νοε lapkričio lapkritis novembris novembrī unovemba نوفمبر נובמבר نوامبر नवंबर नवम्बर พฤศจิกายน พ.ย নভেম্বর நவம்பர் నవంబర్ نومبر novemba",
    12: "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des grudnia grudzień декабря декабрь дек prosince prosinec aralık decembrie joulukuuta "
    "desembre decembra prosinca prosinac децембар децембра грудня грудень снежня декември δεκεμβρίου δεκέμβριος δεκ gruodžio gruodis decembris decembrī detsember desemba disemba udisemba ديسمبر דצמבר دسامبر दिसंबर दिसम्बर ธันวาคม ธ.ค "
    "ডিসেম্বর டிசம்பர் డిసెంబర్ دسمبر",
}
MONTHS = {name: month for month, names in _NAMES.items() for name in names.split()}
"""The number of a month by what it is called, lower case; ``listopad`` is the Poles' and Czechs' and not the Croats'."""

_MONTH = r"(?P<m>[^\s\d,/|:;()–—-]{2,14}?)"
_YEAR = r"(?P<y>(?:19|20|25)\d{2})(?!\d)"
_DAY = r"(?<!\d)(?P<d>\d{1,2})(?!\d)"
_ORDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY}(?:st|nd|rd|th|er|º|ª)?[.,]?\s{{1,3}}(?:de\s|of\s|d['’])?{_MONTH}[.,]{{0,2}}\s{{1,3}}(?:de\s|del\s)?{_YEAR}",
        rf"(?<![^\W\d_]){_MONTH}\.?\s{{1,3}}{_DAY}(?:st|nd|rd|th)?\s?,?\s{{1,3}}{_YEAR}",
        rf"(?<!\d){_YEAR}\.?(?:\sm\.?)?,?\s{{1,3}}{_MONTH}\s{{1,3}}{_DAY}",
        rf"(?<!\d){_YEAR}\.?\sgada\s{_DAY}\.\s{_MONTH}(?!\w)",
        rf"{_DAY}\stháng\s(?P<m>\d{{1,2}}),?\s(?:năm\s)?{_YEAR}",
    )
)
_BUDDHIST = 543
"""Years by which Thailand's calendar is ahead."""


class NamedDay(Struct, frozen=True):
    """A day and where it stands in its text."""

    year: int
    month: int
    day: int
    start: int
    end: int


def find_named_day(text: str) -> NamedDay | None:
    """Return the first day of ``text`` whose month has a name; the order in which English and most write it first."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals are longer when they are small; the places would be off
        lowered = text
    for order in _ORDERS:
        for match in order.finditer(lowered):
            month = _month_of(match["m"])
            if month:
                year = int(match["y"])
                return NamedDay(
                    year - _BUDDHIST if year > 2400 else year, month, int(match["d"]), match.start(), match.end()
                )
    return None


def _month_of(name: str) -> int:
    if name.isdecimal():
        return int(name) if 0 < int(name) <= 12 else 0
    name = name.strip(".'’")
    return MONTHS.get(name) or MONTHS.get(name.removeprefix("ב"), 0)
