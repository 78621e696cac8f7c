"""Pages of our own, full of quotations that a link could miss: repeated, set apart twice, split by tags and marks.

``[[`` and ``]]`` stand around what is quoted in the body; they become comments, which a browser does not show.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

STYLE = """::target-text { background: rgb(255, 0, 255); color: rgb(255, 0, 255) }
body { font: 16px/24px sans-serif; margin: 20px } p { margin: 0 0 420px; max-width: 560px }"""


_QUOTED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class QuotedPage(NamedTuple):
    """A page, before it is put together."""

    language: str
    title: str
    aside: str
    """What the page says besides the story, before it."""
    body: str
    """Paragraphs, with an empty line between them."""

    def html(self) -> str:
        """Return the page as it is served."""
        numbers = itertools.count(1)

        def mark(found: re.Match[str]) -> str:
            number = next(numbers)
            return f"<!--q{number}-->{found[1]}<!--/q{number}-->"

        body = "\n".join(f"<p>{_QUOTED.sub(mark, text)}</p>" for text in self.body.split("\n\n"))
        return f"""<!doctype html><html lang="{self.language}"><head><meta charset="utf-8"><title>{self.title}</title>
<style>{STYLE}</style></head><body><nav><a href="/a">News</a> <a href="/b">Coast</a></nav>
<aside class="teasers"><h2>Most read</h2>{self.aside}</aside>
<main><article><h1>{self.title}</h1>{body}</article></main>
<footer><p>All rights with the harbour office.</p></footer></body></html>"""


ENGLISH = QuotedPage(
    "en",
    "“The ferry is late” on Tolm, and it is late every day of the year",
    """<ul><li><a href='/x'>Cook of Tolm: “We have bread, and we have time”</a></li><li><a href='/y'>“The ferry is
late,” and nobody minds</a></li></ul><blockquote>“There is a bench, there is a kettle, and there is the sea to
look at.”</blockquote>""",
    """\
The ferry to the island of Tolm leaves at seven, or it leaves later. “[[The ferry is late,]]” said Hanne Brock, the
harbour master, who has said so every morning since she took the post over from her aunt in the spring.

“[[We have bread, and we have time,]]” said Ruben Ekholm, who cooks for those who wait on the quay. “[[There is a
bench, there is a kettle, and there is the sea to look at.]]” He has counted four hundred cups in a week.

The islanders keep a list of the reasons. “[[Fog,]]” said Hanne Brock on Monday. “[[Fog,]]” she said on Tuesday as
well. “[[Fog, and a cow on the ramp,]]” she said on Wednesday, when the cow had been led away at last.

“[[The ferry is late,]]” said Olav Tveit, the postman, whose bag was full. “[[The ferry is late,]]” said the girl
behind him, who was to sit an examination. “[[The ferry is late!]]” cried her father from the upper road.

Nobody on Tolm would have it otherwise. “[[It is the <b>on</b>ly <a href='/clock'>clock</a> that we <em>have
ever</em> believed,]]” said Brock, and she pointed at the empty <i>sea</i> in front of the harbour office.

“[[I <strong>once</strong> took a boat that was on time]],” said Ekholm, “[[and I was alone on it from the first
island to the last]].” He has not <span>taken</span> another one since that day, and nor will he.

“[[When the company wrote to us that there would be a timetable, we read the letter aloud in the school, all of us
together, the old and the young, and when we came to the part about the penalties for delay we had to stop, because
nobody could hear the reader any more for the laughing in the room]],” said Brock.

The company called the island “[[a special case]]” in its report, and its ramp “[[well-known, well-worn &
well-loved]]”, and the cow “[[a guest, not a passenger]]”. The report cost 100%, or so the islanders say.

“[[We asked: who is late, the ferry or the clock?]]” said Tveit. “[[Nobody could tell us.]]” The answer came years
later, on a postcard, and “[[it was late too]]”, as the postman likes to say to those who ask him.

“[[We have bread, and we have time,]]” said Ekholm once more in the evening, and lit the lamp. “[[We have bread, and
we have time,]]” said the guests, and the kettle was put on for the last time that day.""",
)

PLAIN_MARKS = QuotedPage(
    "en",
    "A library that lends ladders has too few of them",
    """<p>Read also: "Nobody falls on my watch"</p>""",
    """\
The library of Upper Quillham has lent ladders since the fire of last May. "[[Nobody falls on my watch,]]" said Ida
Roe, the librarian, who holds each of them herself. "[[Nobody <u>fa</u>lls.]]" She meant it.

Its members pay nothing. "[[Books go up, people go up, and some of them come down wiser]]," said Karl Minn, a
roofer, who learnt to read there. He reads on the sixth rung, "[[where the light is]]", until noon.

"[[It's the seventh rung that's dangerous,]]" said Roe. "[[It's the seventh rung that's <a href="/r">always</a>
dangerous,]]" said Minn. The seventh rung is <code>painted</code> red for that reason, and no other.

"[[We don't ask what it's for]]," said Roe. "[[We ask when it will be back]]." A ladder that was lent to the church
in August has not come back, and the vicar says that he is "[[not finished yet]]" with the roof.

"[[One ladder]]," said the mayor, Jo Fenn, "[[one book]]." It is the rule of the house, and it is kept.

"[[What's left?<br>Two ladders.<br>What's lent?<br>All the rest.]]" So the notice at the door says, and so it has
said since the spring, when the last of the long ladders was carried off to the mill by night.""",
)

ALONE = QuotedPage(
    "en",
    "Two clocks on Market Street disagree, and so do their owners",
    "<p>“No.”</p><p>“My clock is right.”</p>",
    """\
Two clocks hang on Market Street in Dunmarrow, four doors apart and eleven minutes. The baker Ines Aldous owns the
one, and the barber Tom Farrow the other, and both have been asked to move a hand.

“[[My clock is right]],” said Ines Aldous, when the council first asked her, and she went back to her oven.

“[[My clock is right]],” said Tom Farrow, when the council first asked him, and he went back to his chair.

Was there nothing that either of them would do for the sake of peace in the street, the clerk asked Aldous.

“[[No.]]”

Was there nothing that either of them would do for the sake of the schoolchildren, the clerk asked Farrow.

“[[No.]]”

The clerk, whose name is Edith Vane, then asked both of them what the time was. “[[Ten past four]],” said Aldous.
“[[One minute to four]],” said Farrow. “[[Tea time]],” said Vane, and closed the meeting.

“[[The children come eleven minutes early, or they go eleven minutes late, and it is a <a href='/s'>sc</a>hool
either way]],” said the headmaster, Paul Dray. “[[We teach them both]].”

“[[My clock is right]],” said Aldous again in the spring. “[[And mine is not wrong]],” said Farrow, and it was the
first time that anybody on the street had heard him say so much as that about the matter.

The council has now put up a third clock. “[[It is an average]],” said Vane. “[[It is never right]],” said Aldous.
“[[It is never right]],” said Farrow, and the two of them were seen to nod to each other across the road.""",
)

GERMAN = QuotedPage(
    "de",
    "Die Brücke von Ahlbeek wartet auf ihre zweite Hälfte",
    "<p>Meinung: „Eine halbe Brücke ist ein ganzer Steg“</p>",
    """\
In Ahlbeek endet die Brücke in der Mitte des Flusses. „[[Eine halbe Brücke ist ein ganzer Steg]]“, sagte die
Bürgermeisterin Frauke Onken am Montag vor dem Rat, der seit acht Jahren über die andere Hälfte berät.

„[[Wir <b>müssen</b> nur noch über das Wasser]]“, sagte der Ingenieur Jelle Harms. „[[Über das Wasser müssen
alle]]“, sagte Onken. Am anderen Ufer liegt die Gemeinde Süderhof, und dort wird „[[nicht gebaut]]“.

„[[Eine halbe Brücke ist ein ganzer Steg]]“, sagte auch Harms, als er am Geländer stand und ins Wasser sah.

„[[Meine Großmutter ist hinübergerudert, meine Mutter ist hinübergerudert, und ich rudere auch, jeden Morgen um
sechs, bei Regen und bei Eis, und ich werde rudern, bis mir jemand eine Straße hinstellt]]“, sagte Harms.""",
)

FRENCH = QuotedPage(
    "fr",
    "À Port-Lenn, le phare compte les bateaux",
    "<p>Lire aussi : le gardien de Port-Lenn</p>",
    """\
Le phare de Port-Lenn compte les bateaux depuis un siècle. «&nbsp;[[La mer n’est à personne]]&nbsp;», dit la
gardienne Maëlle Kerdoncuff, qui note chaque nom dans un cahier bleu, le soir, à la lueur de la lampe.

«&nbsp;[[Il n’y a <em>rien</em> à voir, et tout à regarder]]&nbsp;», ajoute-t-elle. «&nbsp;[[La mer n’est à
personne]]&nbsp;», répète son fils Yann Kerdoncuff, qui apprend à compter au-dessus de la digue du port.

«&nbsp;[[Où vont-ils&nbsp;? Ailleurs&nbsp;!]]&nbsp;», s’écrie Yann. Le cahier porte le numéro cent douze cette
année.""",
)

JAPANESE = QuotedPage(
    "ja",
    "小さな島の郵便局は鐘で開く",
    "<p>関連：「急ぐ手紙はない」という島の話</p>",
    """\
小さな島の郵便局は毎朝、鐘の音で開く。「[[急ぐ手紙はない。]]」と局長の水野春は言った。島には四十人が住んでいる。

「[[手紙は<b>海</b>を渡ってくる。海は急がない。]]」と水野は話した。船は週に二度だけ来て、風の日には来ない。

「[[急ぐ手紙はない。]]」と配達員の川田も言った。彼の自転車には鈴が二つ付いていて、坂道でよく鳴る。""",
)

ARABIC = QuotedPage(
    "ar",
    "الميناء القديم يفتح أبوابه",
    "<p>اقرأ أيضا: الميناء في الشتاء</p>",
    """\
فتح الميناء القديم أبوابه صباح اليوم بعد شتاء طويل. «[[البحر لا ينسى أحدا]]» قالت مديرة الميناء سلمى درويش أمام
الصيادين الذين جاؤوا من القرى القريبة ومعهم شباكهم الجديدة.

«[[البحر لا ينسى أحدا]]» قال الصياد يوسف حمدان أيضا، ثم ضحك. «[[ونحن لا ننسى <b>البحر</b> يوما]]» قال يوسف حمدان
للصحفيين قبل أن يركب قاربه الأزرق الصغير.""",
)

PAGES = (ENGLISH, PLAIN_MARKS, ALONE, GERMAN, FRENCH, JAPANESE, ARABIC)
