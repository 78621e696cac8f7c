"""Words that pages are made of: in class names, and on lines that are no part of a story.

Class names are split into words (camelCase, hyphens, underscores) and each word
is looked up. A name says what its maker thought the box was for; it never
decides alone, for articles stand in boxes called ``sidebar-grid__content``.
"""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re
from functools import lru_cache


class Sign:
    """What class names, roles and elements say of a box, as bits.

    Plain integers: an ``IntFlag`` costs a third of the walk through a page.
    """

    SHARE = 1
    NEWSLETTER = 2
    ADVERT = 4
    RELATED = 8
    COMMENT = 16
    NAVIGATION = 32
    FOOTER = 64
    HEADER = 128
    SIDE = 256
    BYLINE = 512
    DATE = 1024
    TAGS = 2048
    CAPTION = 4096
    MEDIA = 8192
    LEAD = 16384
    CONTENT = 32768
    WIDGET = 65536
    HIDDEN = 131072
    PAYWALL = 262144
    CONSENT = 524288
    TITLE = 1048576
    QUOTE = 2097152
    CONTENTS = 4194304
    NOTE = 8388608
    CREDIT = 16777216
    LIVE = 33554432
    SHOP = 67108864
    REFERENCE = 134217728
    FOLDED = 268435456


_WORDS = {
    Sign.SHARE: "share shares sharing sharebar social socials socialmedia addthis addtoany sharedaddy sharethis facebook twitter whatsapp "
    "pinterest follow teilen partage partager partages compartir compartilhar condividi dela deel delen udostepnij bookmark tools toolbar actions",
    Sign.NEWSLETTER: "newsletter newsletters signup subscribe subscription subscriptions subscriber optin mailchimp mailing email mail nl abo abonnement "
    "abonnieren abonnez suscripcion suscribete iscriviti nyhetsbrev nieuwsbrief inscription cta",
    Sign.ADVERT: "ad ads adv advert adverts advertisement advertising advertorial adslot adunit adbox adsense adcontainer adwrapper dfp gpt sponsor sponsored "
    "sponsors promo promos promoted promotion promotional taboola outbrain revcontent mgid werbung anzeige anzeigen publicidad publicite pubblicita publicidade "
    "reklama reklam reklame annons annonse advertentie commercial native banner banners affiliate",
    Sign.RELATED: "related relateds relatedarticles relatedposts recommend recommended recommendation recommendations recommends more readmore morefrom seealso "
    "readnext nextup upnext teaser teasers trending popular mostread mostpopular suggested suggestions recirc recirculation similar latest further "
    "alsoread inlinelink linkbox linklist crosslink verwandt weitere empfehlung mehr aehnliche voiraussi liees similaires lireaussi relacionadas relacionados relacionado "
    "correlati correlate leggi powiazane relaterede relaterat lees meerlezen next prev previous playlist onward river carousel",
    Sign.COMMENT: "comment comments commenting commentlist disqus kommentar kommentare commentaire commentaires comentario comentarios commenti respond reply "
    "discussion livefyre coral spotim feedback reactions reaction rating ratings vote",
    Sign.NAVIGATION: "nav navigation navbar menu submenu breadcrumb breadcrumbs crumb crumbs pagination pager paging skip skiplink tabs tablist sitemap "
    "search searchbox searchform hamburger offcanvas",
    Sign.FOOTER: "footer foot bottombar colophon copyright legal imprint impressum siteinfo disclaimer disclosure",
    Sign.HEADER: "header masthead topbar pagetop kopf siteheader head topper",
    Sign.SIDE: "sidebar aside rail rightrail leftrail sidecol complementary marginal widgetarea",
    Sign.BYLINE: "byline bylines author authors autor autoren auteur auteurs autore autori autores forfatter writer contributor contributors bio biography "
    "authorname authornames authorbox authorinfo articleauthor articleauthors postauthor storyauthor documentauthor documentbyline avatar vcard journalist "
    "reporter redacteur person verfasser",
    Sign.DATE: "date dates dateline datetime time timestamp published pubdate posted updated modified datum fecha dato timeago readtime readingtime "
    "duration meta metadata metas postmeta infos postinfo",
    Sign.TAGS: "tag tags taglist tagcloud topics keyword keywords categories kicker eyebrow rubric rubrik schlagwort schlagworte "
    "badge badges overline pretitle dachzeile hashtag",
    Sign.CAPTION: "caption captions figcaption captiontext imagecaption legend legende bildunterschrift bildtext bildunterzeile bu cutline leyenda didascalia "
    "pie imagetext photocaption wpcaption billedtekst bildetekst podpis",
    Sign.CREDIT: "credit credits imagecredit photocredit copyrightholder source sources quelle photographer fotograf bildnachweis bildquelle bildrechte byfoto "
    "rights attribution zdroj",
    Sign.MEDIA: "gallery galleries galerie galeria slideshow slider slide slides swiper lightbox video videos player audio podcast image images img imagewrapper photo "
    "photos picture pictures figure media multimedia thumbnail thumb bild foto fotos fotogalerie bildergalerie map chart graphic embed iframe",
    Sign.LEAD: "lead lede leadtext leader standfirst dek deck intro introduction introtext summary subtitle subheadline subhead subheading subline chapo "
    "chapeau vorspann anleser anreisser abstract excerpt sapo entradilla bajada sommario manchet ingress preamble description desc underline untertitel "
    "sottotitolo occhiello copete zajawka ingres perex volanta",
    Sign.CONTENT: "content contents body article articles articlebody story storybody entry post posts text textbody richtext paragraph paragraphs prose main "
    "articletext bodytext maintext maincontent postcontent entrycontent contenido conteudo contenu contenuto inhalt artikel articulo texte texto testo "
    "copy bodycopy hentry markdown rte wysiwyg corps cuerpo corpo",
    Sign.WIDGET: "widget widgets box infobox factbox module poll quiz calculator weather wetter meteo ticker stock scoreboard score breaking alert notice "
    "notification sticky floating tooltip callout inset accordion kasten",
    Sign.HIDDEN: "hidden hide visuallyhidden sronly screenreader offscreen assistive noshow displaynone",
    Sign.PAYWALL: "paywall premium regwall metered meter gate gated barrier piano tinypass locked lock offer offers register registration login signin "
    "account membership member",
    Sign.CONSENT: "cookie cookies consent gdpr ccpa onetrust modal popup overlay lightboxoverlay dialog interstitial privacy privacypolicy",
    Sign.TITLE: "title headline headlines hed heading titel titre titulo titolo articletitle posttitle pagetitle storytitle uberschrift",
    Sign.QUOTE: "quote pullquote blockquote zitat citation cita citazione quotation pull",
    Sign.CONTENTS: "toc tableofcontents contentslist anchors jumplinks inhaltsverzeichnis sommaire",
    Sign.NOTE: "note notes editorsnote correction corrections clarification hinweis notice annotation transparency",
    Sign.LIVE: "liveblog live liveticker liveupdate livefeed minute",
    Sign.SHOP: "product products shop shopping buy price prices cart deal deals commerce merchant coupon store amazon",
    Sign.FOLDED: "accordion faq faqs answer collapse collapsible",
    Sign.REFERENCE: "references reference footnote footnotes endnotes bibliography citations refs",
}
_SIGN_OF: dict[str, int] = {}
for _sign, _listed in _WORDS.items():
    for _word in _listed.split():
        _SIGN_OF[_word] = _SIGN_OF.get(_word, 0) | _sign

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPLIT = re.compile(r"[^a-zA-Z0-9]+")
_WORD = re.compile(r"([a-z]+)\d{0,3}")
"""A word, numbered perhaps. What mixes letters and digits in another way is a number by lot: ``ad3e790`` is no ad."""
_SILENT = re.compile(
    r"(?:^|(?<=\s))(?:\S*[:\[(/=]\S*|(?:has|with|no|without|overflow|duration)-\S+|\S*(?:label|title)[-_]+(?:visually[-_])?hidden"
    r"|\S*--?(?:false|disabled|off)|(?:\S+-)?(?:show|see|view|load)-?more)(?=\s|$)"
)
"""Names that say nothing of the box: utility classes (``md:hidden``, ``overflow-hidden``, ``duration-300``), what a box
has or lacks (``has-sidebar``, ``sidebar--false``), what of it is hidden (``field--label-hidden``), and that it opens."""
_ANCHORED = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p"))
_SENTENCE = re.compile(r"(?:[A-Za-z']+[-_]){4,}[A-Za-z']+")
"""An id of five words or more."""

_POST_CLASS = re.compile(r"(?:^|\s)(?:hentry|h-entry|type-post|type-page|status-publish)(?:\s|$)")
"""WordPress lists a post's tags, categories and formats among its classes (``get_post_class``): they say nothing of the box."""

_TAG_SIGNS = {
    "nav": Sign.NAVIGATION,
    "footer": Sign.FOOTER,
    "header": Sign.HEADER,
    "aside": Sign.SIDE,
    "figcaption": Sign.CAPTION,
    "figure": Sign.MEDIA,
    "address": Sign.BYLINE,
    "time": Sign.DATE,
    "dialog": Sign.CONSENT,
    "menu": Sign.NAVIGATION,
    "search": Sign.NAVIGATION,
    "label": Sign.PAYWALL,
    "button": Sign.SHARE,
}
_ROLE_SIGNS = {
    "navigation": Sign.NAVIGATION,
    "contentinfo": Sign.FOOTER,
    "banner": Sign.HEADER,
    "complementary": Sign.SIDE,
    "dialog": Sign.CONSENT,
    "alertdialog": Sign.CONSENT,
    "search": Sign.NAVIGATION,
    "menu": Sign.NAVIGATION,
    "menubar": Sign.NAVIGATION,
    "tablist": Sign.NAVIGATION,
    "toolbar": Sign.SHARE,
    "doc-endnotes": Sign.REFERENCE,
    "doc-pullquote": Sign.QUOTE,
}


@lru_cache(maxsize=20_000)
def signs_of_name(name: str) -> int:
    """Return what the words of a class attribute or an id say."""
    if _POST_CLASS.search(name):
        return Sign.CONTENT
    lowered = _CAMEL.sub("-", _SILENT.sub(" ", name[:400])).lower()
    signs = 0
    for token in lowered.split():
        words = [match[1] for part in _SPLIT.split(token) if (match := _WORD.fullmatch(part))]
        for word in (*words, "".join(words)):
            if word in _SIGN_OF:
                signs |= _SIGN_OF[word]
    return signs


def signs_of_id(tag: str, name: str) -> int:
    """Return what the id of an element ``tag`` says: nothing where it was made from a heading's text, or by lot.

    Publishing systems name a heading, a paragraph or a section by its own words, for links to it:
    ``#related-work`` heads related work.
    """
    if tag in _ANCHORED or _SENTENCE.fullmatch(name[:400]):
        return 0
    return signs_of_name(name)


def signs_of_element(tag: str, role: str) -> int:
    """Return what an element's kind and role say (HTML Living Standard 4.3; WAI-ARIA 1.2, 5.3.4)."""
    return _TAG_SIGNS.get(tag, 0) | (_ROLE_SIGNS.get(role, 0) if role else 0)


SIGN_NAMES: dict[int, str] = {bit: name.lower() for name, bit in vars(Sign).items() if isinstance(bit, int)}
"""What each bit is called where a decision is explained."""
