"""The words that tell what a number or a date is, in the languages of the product and those beside them.

Each is a beginning of a word, brought into plain spelling (``plain``), so that endings need not be listed.
"""

import re

from passerelle.domain.identifying.plain import plain

PHONE = """
    tel telephone tele phone mobile mob cell cellphone whatsapp watsapp whats wa viber imo signal telegram sms call
    ring text
    portable appel appele appelez appeler telefon telefono handy celular anruf arama
    هاتف تلفون تليفون تلفن موبایل موبيل جوال نقال واتس واتساپ واتسآپ اتصل کلمنی زنگ تماس ټلیفون تیلیفون زنګ مبایل
    تەلەفۆن تەلەفون مۆبایل واتسئاپ پەیوەندی ስልክ ስልኪ ቴሌፎን ቴለፎን ሞባይል ደውል ደዉል ዋትስአፕ
    sdt dien+thoai so+dt zalo
"""

DOCUMENT = """
    passport passeport pasaport pasaporte pashaport pasaporta reisepass ho+chieu
    id+card id+no id+number id+nr id# identity+card identity+no identity+number national+id national+number
    national+insurance
    ni+number nino nhs carte+d'identite carte+nationale carte+de+sejour titre+de+sejour recepisse numero+etranger
    numero+agdref
    n°+etranger no+etranger nº+etranger agdref ofpra cnda guda aps securite+sociale num+secu n°+secu numero+secu nir
    oqtf apatride
    residence+permit residence+card permit+number permit+no brp evisa share+code home+office ho+ref ho+number
    arc+number arc+no arc
    asylum+ref asylum+number asylum+case asylum+claim asylum+file asylum+card asylum+seeker+card case+number case+no
    case+ref file+number file+no
    file+ref dossier numero+de+dossier unhcr hcr refugee+number registration+number registration+no visa+number
    visa+no numero+de+visa
    travel+document residence+card driving+licence licence+number social+security birth+certificate alien+number
    nass+ref section+95 bail+number
    prison+number travel+permit permis+de+conduire acte+de+naissance attestation+de+demande attestation+n°
    attestation+numero carte+vitale numero+de+recours
    matricule allocataire numero+caf titre+de+voyage numero+d'identite sejour numero+national document
    وثيقه وثیقه شهاده+میلاد رخصه القیاده رقم+القضیه قضیه بطاقه اللاجئ بطاقه+لاجئ بطاقه وثیقه+سفر کرت شناسه گواهینامه
    مدرک کارت+آمایش آمایش کد+پیگیری سند اقامه
    پاسپورټ پېژندپاڼه پېژندپاڼې پیژندپاڼه بهڵگهنامه ڕهگهزنامه ሰነድ ወረቐት ወረቀት ምዝገባ ስደተኛ ናይ+ዑቕባ
    patent dokument certifikat kartel leja
    steuer-id ausweis aufenthalt azr bsn nif nie dni document+number document+no numero+de+document
    جواز باسبور پاسپورت گذرنامه پاسپۆرت پاسپۆرتی
    هویه هویت بطاقه+شخصیه البطاقه+الشخصیه بطاقه+الهویه الرقم+الوطنی الرقم+القومی رقم+وطنی اقامه الاقامه اقامت لجوء
    اللجوء ملف الملف المفوضیه
    کارت+ملی کد+ملی کدملی شماره+ملی شناسنامه تذکره تذکرې تذکرہ پناهندگی پناهجو پرونده دوسیه دوسیې ویزا ویزه الفیزا
    فیزا تأشیره
    ناسنامه پێناس پێناسه کارتی+نیشتمانی ئیقامه مافی+مانهوه پهنابهری پهنابهر دۆسیه دۆسێ فایل
    ፓስፖርት ፓስፓርት መታወቂያ መለለዪ መንነት ወረቀት+መንነት ፋይዳ የመኖሪያ+ፈቃድ መኖሪያ+ፈቃድ የጥገኝነት ጥገኝነት መንበሪ+ፍቃድ መንበሪ+ፍቓድ ዑቅባ ዑቕባ ሕቶ+ዑቅባ ፋይል ዶሴ
    መዝገብ ቪዛ
    leterrnjoftim leternjoftim karte+identiteti karten+e+identitetit leje+qendrimi lejen+e+qendrimit
    lejes+se+qendrimit azil dosja dosje numri+personal
    can+cuoc cccd cmnd the+cu+tru giay+phep+cu+tru ti+nan ho+so nasname nasnameye rawestgeh penaberi penaberiye
"""

BORN = """
    born birth+date birthdate birth+: came+into+the+world vu+le+jour d.o.b dob date+of+birth year+of+birth naissance
    geboren geburtsdatum nacido nacida nato+il nata+il dogum doğum
    مولود مولوده ولد+في ولد+بتاريخ ولد+يوم ولد+عام ولد+سنه ولدت موالید مواليد میلاد ميلاد المیلاد ولاده الولاده
    تاریخ+تولد تولد متولد زاده+شده زادروز دنیا+آمد دنیا+آمده دنیا+امده
    زیږیدلی زیږېدلی زېږېدلی زېږېدلې زیږېدلې زېږېدو زېږون زیږون زېږېدنې زېږېدنه زیږیدنې زوکړې زوکړه زېږ زیږ پیدا+شوی پیدا+شوې
    لهدایکبوو لهدایکبون لهدایکبوون لهدایک+بوو لهدایک+بووه لهدایک+بوون لهدایکبووه لهدایک بهرواری+لهدایک
    ተወል ዝተወል ልደት ልደተ ትውልዲ ትውልድ ተወልዳ ተወሊዳ ተወሊዱ የተወለደ ተወለደ ተወለደች የልደት የትውልድ ዕለት+ልደት ዕለተ+ልደት
    lindur lindi linde lindja datelindj ditelindja+eshte ditelindja+e lindje datelindje ditelindje+me sinh+ngay
    sinh+nam ngay+sinh nam+sinh sinh+vao
    jidayikb ji+dayik dayik+bu zayin dîroka+jidayikbûn diroka+jidayik roja+jidayik
"""


BORN_ON = """
    birthday birthday+is b. anniversaire ne+le nee+le nes+le nees+le ne+en nee+en ne(e)+le ne(e) ddn d.d.n naci nato+il
    nata+il geb
"""
"""The same where the day follows at once: without accents it is a word of every day."""


def any_of(words: str, *, endings: bool = True) -> str:
    """A pattern for any of ``words``, each from its first letter; with ``endings`` some letters may follow."""
    found = sorted({plain(word).replace("+", " ") for word in words.split()}, key=len, reverse=True)
    patterns = [re.escape(word).replace(r"\ ", r"[\s'-]+") for word in found]
    return rf"(?:(?<![^\W\d_])(?:ال|ب|و|ل|بال|የ|በ|ብ|ን|ናይ|ለ|ከ)?(?:{'|'.join(patterns)}){'[^\\W\\d_]{0,6}' if endings else ''})"
