"""Lines that stand on pages and in no story, in many languages: whole lines only.

A paragraph about newsletters stays; the line "Sign up for our newsletter" goes.
"""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re

_LONGEST = 240

KINDS = {
    "advert": r"""
advertise?ments?( feedback)?|advertising|ads?|ad feedback|ad choices|paid (content|post)|sponsored( content| post| by .{1,40})?|promoted( content)?|presented by
article continues (below|after).{0,60}|story continues (below|after).{0,60}|continue reading (the main|after|below).{0,40}|scroll to continue.{0,40}
anzeige|werbung|gesponsert.{0,40}|publicit[eé]|publicidad|pubblicit[aà]|publicidade|advertentie|reklam[ae]?|annons|annonse|annonce|mainos|реклама|광고|広告|广告|廣告|quảng cáo|iklan|إعلان
buy now|add to cart|shop now|check price.{0,40}|view (deal|offer)|see (deal|price)s?( at .{0,30})?
(εδώ )?διαφήμιση|reclamă|hirdetés|reklám|oglas|inzerce|विज्ञापन|تبلیغات|פרסומת|โฆษณา|(the )?ad will end in \d+.{0,20}|affiliate[- ]?links?|anzeige ?:?.{0,60}|contenu sponsorisé|contenido patrocinado|conteúdo patrocinado|contenuto sponsorizzato""",
    "skip": r"""
skip (to|past) .{0,40}|skip ad(vertisement)?|jump to (content|navigation|comments).{0,20}|zum (inhalt|hauptinhalt).{0,20}|aller au contenu.{0,20}|(saltar|ir) al contenido.{0,20}|vai al contenuto.{0,20}
back to top|return to .{0,40}|nach oben|zur startseite.{0,40}|toggle .{0,40}|menu|search|home|close|expand|collapse""",
    "newsletter": r"""
sign ?up( (for|to|now|here|today|below)\b.{0,160})?|sign ?in( .{0,60})?|log ?in( .{0,60})?|subscribe( (now|today|here|to|for|on)\b.{0,120})?|already a (subscriber|member)\b.{0,80}|(become|are you) a (member|subscriber)\b.{0,80}
(daily |weekly |our |the |free )?newsletters?( .{0,40})?|(get|receive) (the|our|your) .{0,80}(newsletter|inbox|e-?mail)\b.{0,120}|get .{0,60} (delivered|sent|straight) (to|into) your inbox.{0,80}|join our .{0,60}(newsletter|mailing list).{0,60}
enter your e-?mail.{0,80}|your e-?mail( address)?.{0,80}|e-?mail address\*?|please enter a valid e-?mail.{0,60}|invalid e-?mail.{0,60}|by (signing up|subscribing|entering|clicking|submitting|providing)\b.{0,220}|thank you for (subscribing|signing up|your subscription).{0,100}|you can unsubscribe.{0,120}
jetzt (unseren |den )?(newsletter .{0,60}|abonnieren|anmelden|registrieren|kostenlos|testen|bestellen).{0,100}|newsletter .{0,60}|abo(nnieren)?|s'abonner.{0,60}|abonnez-vous.{0,100}|inscrivez-vous.{0,100}|suscr[ií]bete.{0,100}|iscriviti.{0,100}|assine.{0,100}|inscreva-se.{0,80}|meld je aan.{0,80}|zapisz się.{0,80}|подпишитесь.{0,100}|подписывайтесь.{0,100}
(s'inscrire|je m'inscris|inscription).{0,80}|recevez .{0,120}(newsletter|e-?mail|boîte).{0,60}|(recibe|recibir|reciba) .{0,120}(newsletter|bolet[ií]n|correo).{0,60}|registrarse|inicia(r)? sesión.{0,60}|reg[ií]strate.{0,80}|(ricevi|iscrizione) .{0,100}newsletter.{0,60}|accedi|registrati.{0,60}|(receba|cadastre-se).{0,100}|(schrijf je in|aanmelden|inloggen).{0,80}
prenumerera.{0,80}|logga in.{0,60}|abonner.{0,60}|logg inn.{0,60}|tilmeld.{0,80}|log ind.{0,60}|tilaa .{0,80}|zaloguj.{0,60}|subskrybuj.{0,60}|přihlás(it|te).{0,60}|odebír(at|ejte).{0,80}|abone ol.{0,60}|giriş yap.{0,40}|berlangganan.{0,60}|đăng (ký|nhập).{0,80}|підпи(шіться|сатися|суйтес[ья]).{0,100}|войти.{0,40}|подписаться.{0,80}|εγγραφή.{0,60}|اشترك.{0,80}
(이메일|뉴스레터).{0,40}|구독.{0,30}|로그인.{0,30}|회원가입.{0,20}|ログイン.{0,30}|(無料)?会員登録.{0,40}|(各種)?メールマガジン.{0,60}|ニュースレター.{0,80}|.{0,30}(会員限定|有料会員).{0,60}|.{0,20}(会員向け|購読者).{0,40}|.{0,10}メールアドレス.{0,120}|ご?登録(ありがとう|でき|済み).{0,60}|登录.{0,20}|注册.{0,20}|订阅.{0,30}|訂閱.{0,30}|加入會員.{0,30}""",
    "wall": r"""
.{0,10}il vous reste .{0,20} de cet article .{0,100}|la suite est réservée.{0,60}|(cet )?article (est )?réservé.{0,80}|déjà abonné.{0,60}|(dieser|der) (artikel|inhalt|beitrag) ist (nur )?für .{0,100}|(jetzt )?weiterlesen (mit|für).{0,100}|(sie sind|schon|bereits) (abonnent|abonnentin|registriert).{0,60}
(para (seguir|continuar)|sigue) leyendo.{0,100}|(este )?(contenido|artículo) (es )?exclusivo.{0,80}|ya (eres|soy) suscriptor.{0,60}|(questo )?(contenuto|articolo) (è )?riservato.{0,80}|continua a leggere.{0,60}|(conteúdo|matéria) exclusiv[ao].{0,80}|continue lendo.{0,60}|verder lezen.{0,80}|(alleen|exclusief) voor abonnees.{0,60}
(den här|denna) artikel.{0,40}prenumerant.{0,60}|(denne|dette) (artikkelen|saken|artikel) er (kun )?for .{0,80}|(ten )?artykuł .{0,40}(prenumerator|subskrybent).{0,60}|(to (continue|keep)|continue) reading.{0,100}|(this|the) (article|story|content) is (for|only available to|reserved for|exclusive to).{0,100}|unlock (this|the full) .{0,80}|you have .{0,20} free articles?.{0,60}
続きを読むには.{0,60}|この記事は.{0,80}(会員|登録|購読).{0,60}|この続き.{0,60}|残り.{0,20}文字.{0,40}|本文は.{0,40}会員.{0,40}|阅读全文.{0,30}|閱讀全文.{0,30}""",
    "related": r"""
(also |further )?read( more| next| also| this| now| on)?\s?[:：].{0,200}|read (more|next|also|on)|read (the )?full (story|article)\b.{0,60}|continue reading\b.{0,120}|keep reading|(also|must|don't) (read|miss)\s?:?.{0,160}|see also\s?:?.{0,160}|see more( .{0,40})?|learn more|more:.{0,160}
related( (articles?|stories|story|content|topics?|links?|posts?|coverage|news|video|videos|items?|reading|tags?))?\s?:?|related( (articles?|stories|story|coverage|video))?\s?:.{0,160}|recommended( (for you|videos?|stories|articles?|reading|posts?|by .{1,30}))?\s?:?|more (from|on|in|stories|news|like this|coverage|about|articles|videos?)\b.{0,80}
most (read|popular|viewed|shared|commented|recent)\b.{0,40}|trending( now| stories| news| topics)?|popular( now| stories| posts| articles)?|latest (news|stories|posts|articles|videos)|up next|what to read next|you (may|might) (also )?(like|enjoy|be interested in)\b.{0,40}|you('ll| will) (also )?(like|love)\b.{0,40}|editor'?s'? picks?|top stories|in case you missed it|from (the|around the) web|around the web|promoted stories|featured (video|stories|articles)
watch (now|next|live|more|the video|this)\b.{0,60}|(now playing|watch|video|listen|photos?|gallery)\s?:.{0,160}
mehr zum thema:?|mehr (zu|über|aus|von|lesen)\b.{0,80}|lesen sie (auch|hier|mehr|dazu)\b.{0,160}|lies (auch|mehr|dazu)\b.{0,120}|lesetipp.{0,120}|auch (interessant|lesenswert):?.{0,160}|das könnte (sie|dich) auch interessieren.{0,40}|zum thema:?|weiterlesen.{0,60}|weitere (artikel|themen|videos|nachrichten|informationen).{0,80}|passend zum (artikel|thema).{0,60}
(à )?lire (aussi|également|plus|la suite)\b.{0,160}|sur le même sujet|à découvrir aussi.{0,60}|voir aussi.{0,120}|pour aller plus loin.{0,60}|(lee|leer|lea) (también|más)\b.{0,160}|más información|te puede interesar.{0,100}|noticias relacionadas|temas relacionados.{0,40}|leggi (anche|tutto|di più)\b.{0,160}|leia (também|mais)\b.{0,160}|veja (também|mais)\b.{0,120}|lees (ook|meer|verder)\b.{0,160}
les(e)? (også|mer|hele)\b.{0,160}|läs (mer|också|även|hela)\b.{0,160}|læs (også|mere)\b.{0,160}|lue (myös|lisää)\b.{0,120}|czytaj (też|także|więcej)\b.{0,160}|zobacz (też|także|również)\b.{0,160}|читайте (также|також|ещё|еще).{0,120}|baca juga.{0,160}|xem thêm.{0,100}|(čtěte|přečtěte si) (také|též|i).{0,120}|olvassa el.{0,120}|ayrıca okuyun.{0,80}|اقرأ أيضا.{0,120}
あわせて読みたい.{0,60}|続きを読む|関連記事.{0,60}|相关(阅读|新闻|報導).{0,40}|延伸閱讀.{0,60}|관련(기사| 기사).{0,40}
(à voir|à lire|notre dossier|sur le sujet|dans l'actualité|les plus lus|(l'|nos )articles? liés?)( :.{0,160})?|(mira|ver|lee|puedes leer|además|también) (también|además)\b.{0,160}|lo más (leído|visto).{0,40}|(leia|veja|saiba|confira) (também|mais|ainda)\b.{0,160}|mais lid[ao]s.{0,40}|(vedi|approfondisci|guarda) (anche|qui)\b.{0,120}|(i )?più letti.{0,40}|potrebbe interessarti.{0,60}|(ook|meest) (interessant|gelezen).{0,60}
(les|lest) også:?.{0,160}|mest (läst|lest|læst).{0,40}|(se|titta) (också|även|også)\b.{0,120}|katso myös.{0,120}|(przeczytaj|polecamy|warto przeczytać|sprawdź|dowiedz się więcej)\b.{0,160}|najczęściej czytane.{0,40}|(přečtěte si|mohlo by vás zajímat|související|nejčtenější)\b.{0,120}|(olvassa|kapcsolódó)\b.{0,120}|(citește|vezi) și\b.{0,160}|(прочетете|вижте) (още|също).{0,120}|(также|еще) по теме.{0,120}|по теме.{0,80}|(по|дивіться|читайте) також.{0,160}|(pročitajte|čitajte) (i|još).{0,120}|διαβάστε (επίσης|ακόμα|περισσότερα).{0,160}|δείτε (επίσης|ακόμα).{0,120}
(ilgili|diğer) haber(ler)?.{0,60}|(lihat|simak|baca) (juga|selengkapnya).{0,160}|(tin|bài) (liên quan|cùng chuyên mục).{0,60}|xem (thêm|tiếp).{0,100}|đọc (thêm|tiếp).{0,100}|(اقرأ|شاهد|إقرأ) (أيضا|أيضاً|المزيد).{0,120}|(مواضيع|أخبار) ذات صلة.{0,60}|(यह भी|ये भी) पढ़ें.{0,160}|(आगे|और) पढ़ें.{0,80}|קראו (גם|עוד).{0,120}|อ่าน(เพิ่มเติม|ต่อ|ข่าว).{0,100}|ข่าวที่เกี่ยวข้อง.{0,40}
(関連|人気|最新|おすすめ)(記事|ニュース|キーワード|ワード|リンク|コラム).{0,40}|【?あわせて読みたい】?.{0,60}|【?(関連記事|写真|動画|画像|図表)】?[：:].{0,80}|(相关|相關|推荐|推薦|热门|熱門|最新|延伸|更多)(阅读|閱讀|新闻|新聞|报道|報導|文章|内容|推荐).{0,60}|(관련|많이 본|인기|추천|주요|최신)\s?(기사|뉴스|글).{0,60}|\[(관련기사|사진|동영상)\].{0,80}
(ähnliche|verwandte|weiterführende|passende) (beiträge|artikel|themen|themenbereiche|links|inhalte|news|meldungen).{0,40}|entdecken? (sie )?(weitere|mehr)\b.{0,60}|vorschau auf den nächsten artikel|das (könnte|dürfte) .{0,40}interessieren.{0,20}|if you (enjoyed|liked) (reading )?this .{0,80}|sort(ed)? by.{0,20}|(articles|contenus) (similaires|associés).{0,20}|art[ií]culos relacionados|artigos relacionados|articoli correlati|gerelateerde (artikelen|berichten)|relaterade (artiklar|nyheter)|relaterte (saker|artikler)|podobne (artykuły|wpisy)|похожие (статьи|новости|записи)""",
    "share": r"""
(facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|telegram|e-?mail|print|messenger|copy link|link|sms|instagram|bluesky|threads|google|flipboard|tumblr|line|vk|share|save)([ ,|/·]{1,3}(facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|telegram|e-?mail|print|messenger|copy link|link|sms|instagram|bluesky|threads|google|flipboard|tumblr|line|vk|share|save)){1,9}
share( (this|on|via|with|to|the|your|now|save|link|story|article)\b.{0,80})?|shares?|tweet( this)?|pin( it)?|retweet|(share on )?(facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|telegram|email|e-mail|messenger|flipboard|tumblr|bluesky|threads|instagram)|print( (this|article|page|story)\b.{0,20})?|email( (this|article|link|a friend)\b.{0,40})?
copy (link|url)|link copied.{0,30}|copied( to clipboard)?!?|save( (this|article|story|for later))?|bookmark|favou?rite|listen( to (this|the) (article|story)\b.{0,60})?|click (here|to|on|for)\b.{0,100}|tap (here|to)\b.{0,60}|\d+(\.\d+)?k? (shares|likes|views|retweets)|follow( us)?( (on|@).{0,60})?|like us on .{0,40}
teilen( .{0,40})?|merken|drucken|vorlesen|artikel (teilen|merken|drucken|anhören).{0,40}|per e-?mail|partager.{0,60}|compartir.{0,40}|condividi.{0,40}|compartilh(e|ar).{0,40}|partilhar.{0,40}|deel( .{0,30})?|delen|dela|udostępnij|поделиться.{0,40}|공유|シェア(する)?|分享(到.{0,20})?|chia sẻ|bagikan|jaa|sdílet|del på .{0,40}
(share|teilen|partager|compartir|compartilhar|condividi|delen|dela|del|jaa|udostępnij|sdílet|megosztás|distribuie|сподели|поделиться|поділитися|podijeli|κοινοποίηση|paylaş|bagikan|chia sẻ|مشاركة|شارك|साझा करें|שיתוף|แชร์|シェア|ツイート|ブックマーク|保存|印刷|转发|分享|공유하기|스크랩|인쇄)( (auf|sur|en|no|na|på|op|on|em|su|via) .{1,40})?
(écouter|escuchar|ouvir|ascolta|luister|lyssna|lytt|kuuntele|слушать|dengarkan|nghe)( .{0,16}(article|artículo|artigo|articolo|artikel|noticia|notícia|notizia|artikkelen|artikeln|juttu|статью|berita|bài).{0,20})?|(taille|größe|tamaño|tamanho) .{0,30}|google news.{0,40}|(seguici|síguenos|siga-nos|suivez-nous|volg ons|folgen sie uns|følg os|følg oss|följ oss)( .{0,60})?|(lire|ver|vai) (les|los|ai) commentaires?.{0,20}|글자 ?크기.{0,20}|文字サイズ.{0,20}|字体.{0,20}|字號.{0,20}
(möchten|wollen) sie (den|diesen) (artikel|beitrag) teilen.{0,20}|(diesen |den )?(artikel|beitrag|seite) (weiterempfehlen|versenden|empfehlen)|drukuj|imprimer|imprimir|stampa|afdrukken|skriv ut|udskriv|распечатать""",
    "comment": r"""
comments (are|have been) (closed|disabled|turned off).{0,60}|.{0,20}(kommentare|kommentarfunktion)\b.{0,30}(geschlossen|deaktiviert).{0,30}|les commentaires sont fermés.{0,20}|los comentarios están cerrados.{0,20}
(\d{1,6} )?comments?( \(\d{1,6}\))?|(leave|post|add|write) a (comment|reply)|(view|show|hide|load|read|join)( the| all| more)? (comments|conversation|discussion)\b.{0,30}
kommentare?( .{0,30})?|zu den kommentaren|commenter|commentaires?|comentarios?|commenti|comentários?|reacties?|댓글.{0,20}|コメント.{0,20}""",
    "player": r"""
.{0,60}video (has )?failed to load.{0,20}|try refreshing (your browser|the page)\b.{0,80}|please use an? html5.{0,60}|this video has an invalid.{0,40}|loading\s?error loading|.{0,140} back to video|\d\d:\d\d:\d\d
loading( .{0,30})?[.… ]{0,6}|please wait[. ]{0,6}|lädt[.… ]{0,6}|chargement[.… ]{0,6}|cargando[.… ]{0,6}|caricamento[.… ]{0,6}|play( video)?|pause|mute|unmute|replay|video player is loading.{0,40}|this video (can ?not|cannot|could not) be played.{0,60}|to play this video.{0,80}|media caption.{0,40}
(please )?enable javascript.{0,80}|javascript (is|must be)\b.{0,100}|your browser (does not|doesn'?t).{0,80}|this (content|video|browser|feature) is (not|no longer) (available|supported).{0,60}|an error (has )?occurred.{0,60}|video unavailable|error loading.{0,40}
inhalte? (von .{1,40} )?(anzeigen|laden)|empfohlene[rn]? (redaktionelle[rn]? |externe[rn]? )?inhalt.{0,120}|an dieser stelle (finden sie|befindet|steht|können sie).{0,220}|externe[rn]? inhalt.{0,100}|mehr anzeigen|zustimmen.{0,60}|(ich bin|sie sind|damit) .{0,20}einverstanden, dass .{0,30}extern.{0,200}""",
    "gallery": r"""
\d{1,3} ?/ ?(?!(?:5|10|100)\b)\d{1,3}|\d{1,3} of \d{1,3}|(image|photo|slide|picture|bild|foto) \d{1,3} (of|von|de|/) \d{1,3}|(previous|next)( (slide|article|story|post|page|image|photo))?|(view|open|see|launch|show) (the )?(gallery|slideshow|photos|fullscreen|image|full size)\b.{0,30}|(open|view) image in (new|full).{0,30}|enlarge( (this )?image)?|show (more|less|all)|view all|hide caption|toggle caption|expand image|zur galerie.{0,30}|bild vergrößern""",
    "legal": r"""
(we|this (site|website|page)|our (site|website|partners))\b.{0,30}\b(use|uses|using) cookies.{0,200}|.{0,60}\bcookie (policy|settings|preferences|consent|notice)\b.{0,160}|accept( all)?( cookies)?|reject all|manage (cookies|preferences|consent)|privacy (policy|settings|notice).{0,60}|terms (of|and|&) (use|service|conditions).{0,60}|do not sell .{0,60}|consent
all rights reserved.{0,60}|(copyright )?©.{0,120}|copyright \d{4}.{0,100}|download (the|our) .{0,40}app\b.{0,60}|get the app.{0,40}|\d{1,3}[ -]?min(ute)?s?( read)?|(estimated )?reading time.{0,30}|datenschutz(erklärung|bestimmungen)?.{0,60}|bildrechte.{0,80}|riproduzione riservata.{0,40}|article réservé.{0,60}|责任编辑.{0,40}|lesedauer.{0,30}
(tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|alle rechte vorbehalten|med ensamrätt|все права защищены|tüm hakları saklıdır|hak cipta).{0,80}|(ⓒ|저작권자).{0,100}|무단\s?(전재|복제).{0,60}|.{0,40}無断(転載|複製).{0,40}|(编辑|編輯|责编|責編|审核|來源|来源|作者)[：:].{0,30}|(\(|（)(责任编辑|责编|编辑).{0,20}(\)|）)
(signaler|corriger) une (erreur|faute).{0,40}|fehler (gefunden|melden).{0,60}|(found|spotted|report) an? (error|mistake|typo).{0,80}|заметили ошибку.{0,100}|(temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid|czas czytania|время чтения)\b.{0,30}|lecture \d{1,2} min.{0,10}""",
    "contents": r"""
(table of )?contents?( show| hide)?|(in|on) this (article|guide|page|post|story)|(article|page) contents?|quick (links|navigation)|jump to( section)?|inhalt(sverzeichnis)?|in diesem (artikel|beitrag)|sommaire|dans cet article|(tabla|índice) de contenidos?|índice|en este artículo|indice|in questo articolo|neste artigo|inhoud(sopgave)?|in dit artikel|spis treści|innehåll|indhold|innhold|sisällys|содержание|зміст|obsah|içindekiler|目次|目录|目錄|목차
""",
    "tags": r"""
(tags?|tagged( in| with| as)?|filed (under|in)|categor(y|ies)|topics?|keywords?|schlag(wort|wörter|worte)|stich(wort|wörter|worte)|mots[- ]cl[ée]s|etiquetas|tagi|теги|етикети|标签|標籤|タグ|태그)\s?[:：].{0,200}
""",
    "placeholder": r"""
(\$\$|\{\{|\[\[|%%|###|<%|@@)\s?[\w.:-]{1,60}\s?(\$\$|\}\}|\]\]|%%|###|%>|@@)
""",
}


def _pattern(lines: str) -> re.Pattern[str]:
    alternatives = "|".join(line for line in lines.strip().split("\n") if line)
    return re.compile(rf"[\W_]{{0,6}}(?:{alternatives})[\W_]{{0,6}}\Z", re.IGNORECASE)


_PATTERNS = {kind: _pattern(lines) for kind, lines in KINDS.items()}
_ANY = re.compile("|".join(f"(?P<{kind}>{pattern.pattern})" for kind, pattern in _PATTERNS.items()), re.IGNORECASE)


def furniture_kind(text: str) -> str:
    """Return what kind of furniture the line ``text`` is, or ""."""
    if len(text) > _LONGEST:
        return ""
    match = _ANY.match(text.replace("\u2019", "'").strip())
    return match.lastgroup or "" if match else ""
