"""Lines that stand on pages and in no story, in many languages: whole lines only.

A paragraph about newsletters stays; the line "Sign up for our newsletter" goes.
"""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re

_LONGEST = 240

_KINDS = {
    "advert": r"""
advertise?ments?( feedback)?|advertising|ads?|ad feedback|ad choices|paid (content|post)|sponsored( content| post| by .{1,40})?|promoted( content)?|presented by
article continues (below|after).{0,60}|story continues (below|after).{0,60}|continue reading (the main|after|below).{0,40}|scroll to continue.{0,40}
anzeige|werbung|gesponsert.{0,40}|publicit[eé]|publicidad|pubblicit[aà]|publicidade|advertentie|reklam[ae]?|annons|annonse|annonce|mainos|реклама|광고|広告|广告|廣告|quảng cáo|iklan|إعلان
buy now|add to cart|shop now|check price.{0,40}|view (deal|offer)|see (deal|price)s?( at .{0,30})?""",
    "skip": r"""
skip (to|past) .{0,40}|skip ad(vertisement)?|jump to (content|navigation|comments).{0,20}|zum (inhalt|hauptinhalt).{0,20}|aller au contenu.{0,20}|(saltar|ir) al contenido.{0,20}|vai al contenuto.{0,20}
back to top|return to .{0,40}|nach oben|zur startseite.{0,40}|toggle .{0,40}|menu|search|home|close|expand|collapse""",
    "newsletter": r"""
sign ?up( (for|to|now|here|today|below)\b.{0,160})?|sign ?in( .{0,60})?|log ?in( .{0,60})?|subscribe( (now|today|here|to|for|on)\b.{0,120})?|already a (subscriber|member)\b.{0,80}|(become|are you) a (member|subscriber)\b.{0,80}
(daily |weekly |our |the |free )?newsletters?( .{0,40})?|(get|receive) (the|our|your) .{0,80}(newsletter|inbox|e-?mail)\b.{0,120}|get .{0,60} (delivered|sent|straight) (to|into) your inbox.{0,80}|join our .{0,60}(newsletter|mailing list).{0,60}
enter your e-?mail.{0,80}|your e-?mail( address)?.{0,80}|e-?mail address\*?|please enter a valid e-?mail.{0,60}|invalid e-?mail.{0,60}|by (signing up|subscribing|entering|clicking|submitting|providing)\b.{0,220}|thank you for (subscribing|signing up|your subscription).{0,100}|you can unsubscribe.{0,120}
jetzt (abonnieren|anmelden|registrieren|kostenlos|testen|bestellen).{0,100}|newsletter .{0,60}|abo(nnieren)?|s'abonner.{0,60}|abonnez-vous.{0,100}|inscrivez-vous.{0,100}|suscr[ií]bete.{0,100}|iscriviti.{0,100}|assine.{0,100}|inscreva-se.{0,80}|meld je aan.{0,80}|zapisz się.{0,80}|подпишитесь.{0,100}|подписывайтесь.{0,100}""",
    "related": r"""
(also |further )?read( more| next| also| this| now| on)?\s?[:：].{0,200}|read (more|next|also|on)|read (the )?full (story|article)\b.{0,60}|continue reading\b.{0,120}|keep reading|(also|must|don't) (read|miss)\s?:?.{0,160}|see also\s?:?.{0,160}|see more( .{0,40})?|learn more|more:.{0,160}
related( (articles?|stories|story|content|topics?|links?|posts?|coverage|news|video|videos|items?|reading|tags?))?\s?:?|related( (articles?|stories|story|coverage|video))?\s?:.{0,160}|recommended( (for you|videos?|stories|articles?|reading|posts?|by .{1,30}))?\s?:?|more (from|on|in|stories|news|like this|coverage|about|articles|videos?)\b.{0,80}
most (read|popular|viewed|shared|commented|recent)\b.{0,40}|trending( now| stories| news| topics)?|popular( now| stories| posts| articles)?|latest (news|stories|posts|articles|videos)|up next|what to read next|you (may|might) (also )?(like|enjoy|be interested in)\b.{0,40}|you('ll| will) (also )?(like|love)\b.{0,40}|editor'?s'? picks?|top stories|in case you missed it|from (the|around the) web|around the web|promoted stories|featured (video|stories|articles)
watch (now|next|live|more|the video|this)\b.{0,60}|(now playing|watch|video|listen|photos?|gallery)\s?:.{0,160}
mehr zum thema:?|mehr (zu|über|aus|von|lesen)\b.{0,80}|lesen sie (auch|hier|mehr|dazu)\b.{0,160}|lies (auch|mehr|dazu)\b.{0,120}|lesetipp.{0,120}|auch (interessant|lesenswert):?.{0,160}|das könnte (sie|dich) auch interessieren.{0,40}|zum thema:?|weiterlesen.{0,60}|weitere (artikel|themen|videos|nachrichten|informationen).{0,80}|passend zum (artikel|thema).{0,60}
(à )?lire (aussi|également|plus|la suite)\b.{0,160}|sur le même sujet|à découvrir aussi.{0,60}|voir aussi.{0,120}|pour aller plus loin.{0,60}|(lee|leer|lea) (también|más)\b.{0,160}|más información|te puede interesar.{0,100}|noticias relacionadas|temas relacionados.{0,40}|leggi (anche|tutto|di più)\b.{0,160}|leia (também|mais)\b.{0,160}|veja (também|mais)\b.{0,120}|lees (ook|meer|verder)\b.{0,160}
les(e)? (også|mer|hele)\b.{0,160}|läs (mer|också|även|hela)\b.{0,160}|læs (også|mere)\b.{0,160}|lue (myös|lisää)\b.{0,120}|czytaj (też|także|więcej)\b.{0,160}|zobacz (też|także|również)\b.{0,160}|читайте (также|також|ещё|еще).{0,120}|baca juga.{0,160}|xem thêm.{0,100}|(čtěte|přečtěte si) (také|též|i).{0,120}|olvassa el.{0,120}|ayrıca okuyun.{0,80}|اقرأ أيضا.{0,120}
あわせて読みたい.{0,60}|続きを読む|関連記事.{0,60}|相关(阅读|新闻|報導).{0,40}|延伸閱讀.{0,60}|관련(기사| 기사).{0,40}""",
    "share": r"""
share( (this|on|via|with|to|the|your|now|save|link|story|article)\b.{0,80})?|shares?|tweet( this)?|pin( it)?|retweet|(share on )?(facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|telegram|email|e-mail|messenger|flipboard|tumblr|bluesky|threads|instagram)|print( (this|article|page|story)\b.{0,20})?|email( (this|article|link|a friend)\b.{0,40})?
copy (link|url)|link copied.{0,30}|copied( to clipboard)?!?|save( (this|article|story|for later))?|bookmark|favou?rite|listen( to (this|the) (article|story)\b.{0,60})?|click (here|to|on|for)\b.{0,100}|tap (here|to)\b.{0,60}|\d+(\.\d+)?k? (shares|likes|views|retweets)|follow( us)?( (on|@).{0,60})?|like us on .{0,40}
teilen( .{0,40})?|merken|drucken|vorlesen|artikel (teilen|merken|drucken|anhören).{0,40}|per e-?mail|partager.{0,60}|compartir.{0,40}|condividi.{0,40}|compartilh(e|ar).{0,40}|partilhar.{0,40}|deel( .{0,30})?|delen|dela|udostępnij|поделиться.{0,40}|공유|シェア(する)?|分享(到.{0,20})?|chia sẻ|bagikan|jaa|sdílet|del på .{0,40}""",
    "comment": r"""
(\d{1,6} )?comments?( \(\d{1,6}\))?|(leave|post|add|write) a (comment|reply)|(view|show|hide|load|read|join)( the| all| more)? (comments|conversation|discussion)\b.{0,30}
kommentare?( .{0,30})?|zu den kommentaren|commenter|commentaires?|comentarios?|commenti|comentários?|reacties?|댓글.{0,20}|コメント.{0,20}""",
    "player": r"""
loading( .{0,30})?[.… ]{0,6}|please wait[. ]{0,6}|lädt[.… ]{0,6}|chargement[.… ]{0,6}|cargando[.… ]{0,6}|caricamento[.… ]{0,6}|play( video)?|pause|mute|unmute|replay|video player is loading.{0,40}|this video (can ?not|cannot|could not) be played.{0,60}|to play this video.{0,80}|media caption.{0,40}
(please )?enable javascript.{0,80}|javascript (is|must be)\b.{0,100}|your browser (does not|doesn'?t).{0,80}|this (content|video|browser|feature) is (not|no longer) (available|supported).{0,60}|an error (has )?occurred.{0,60}|video unavailable|error loading.{0,40}
inhalte? (von .{1,40} )?(anzeigen|laden)|empfohlene[rn]? (redaktionelle[rn]? |externe[rn]? )?inhalt.{0,120}|an dieser stelle (finden sie|befindet|steht|können sie).{0,220}|externe[rn]? inhalt.{0,100}|mehr anzeigen|zustimmen.{0,60}|(ich bin|sie sind|damit) .{0,20}einverstanden, dass .{0,30}extern.{0,200}""",
    "gallery": r"""
\d{1,3} ?/ ?\d{1,3}|\d{1,3} of \d{1,3}|(image|photo|slide|picture|bild|foto) \d{1,3} (of|von|de|/) \d{1,3}|(previous|next)( (slide|article|story|post|page|image|photo))?|(view|open|see|launch|show) (the )?(gallery|slideshow|photos|fullscreen|image|full size)\b.{0,30}|(open|view) image in (new|full).{0,30}|enlarge( (this )?image)?|show (more|less|all)|view all|hide caption|toggle caption|expand image|zur galerie.{0,30}|bild vergrößern""",
    "legal": r"""
(we|this (site|website|page)|our (site|website|partners))\b.{0,30}\b(use|uses|using) cookies.{0,200}|.{0,60}\bcookie (policy|settings|preferences|consent|notice)\b.{0,160}|accept( all)?( cookies)?|reject all|manage (cookies|preferences|consent)|privacy (policy|settings|notice).{0,60}|terms (of|and|&) (use|service|conditions).{0,60}|do not sell .{0,60}|consent
all rights reserved.{0,60}|(copyright )?©.{0,120}|copyright \d{4}.{0,100}|download (the|our) .{0,40}app\b.{0,60}|get the app.{0,40}|\d{1,3}[ -]?min(ute)?s?( read)?|(estimated )?reading time.{0,30}|datenschutz(erklärung|bestimmungen)?.{0,60}|bildrechte.{0,80}|riproduzione riservata.{0,40}|article réservé.{0,60}|责任编辑.{0,40}|lesedauer.{0,30}""",
    "weather": r"""
-?\d{1,3}\s?°\s?[CF]?( .{0,30})?""",
}


def _pattern(lines: str) -> re.Pattern[str]:
    alternatives = "|".join(line for line in lines.strip().split("\n") if line)
    return re.compile(rf"[\W_]{{0,6}}(?:{alternatives})[\W_]{{0,6}}\Z", re.IGNORECASE)


_PATTERNS = {kind: _pattern(lines) for kind, lines in _KINDS.items()}
_ANY = re.compile("|".join(f"(?P<{kind}>{pattern.pattern})" for kind, pattern in _PATTERNS.items()), re.IGNORECASE)


def furniture_kind(text: str) -> str:
    """Return what kind of furniture the line ``text`` is, or ""."""
    if len(text) > _LONGEST:
        return ""
    match = _ANY.match(text.replace("\u2019", "'").strip())
    return match.lastgroup or "" if match else ""
