"""One agency story of our own, as a page and as the dump of that page: both must come out alike, exactly."""

from __future__ import annotations

TITLE = "Northland says its last lighthouse will stay dark until spring"
CAPTION = (
    "In this picture handed out by the port authority, a keeper climbs the stairs of the lighthouse of Port Marsh, "
    "Northland, on Thursday, Oct. 1, 2026."
)
CREDIT = "Bo Lind, Harbour Pool Photo via NPA"
LEAD = (
    "PORT MARSH – The last lighthouse of Northland that is still lit by hand will stay dark until spring, the port "
    "authority said on Thursday, after the stairs to its lamp were found to hang on four bolts."
)
SPEECH = (
    "“Nobody fell, and nobody will,” said Harbour Master Anna Lindqvist, who closed the tower herself. She called the "
    "bolts “older than the authority” and promised a temporary light on the mole."
)
HISTORY = (
    "The tower has been lit every night since 1871. Fishermen asked for a bell as well, and were told that a bell had "
    "been ordered and that the fog would have to wait for it."
)
REPORT = (
    "The authority's own report, which the agency has seen, says that the bolts were counted in May, in July and again "
    "in September, each time by somebody else."
)
STORY = (LEAD, SPEECH, HISTORY, REPORT)
NOTICE = (
    "Copyright 2026 The Northern Press. All rights reserved. This material may not be published, broadcast, rewritten "
    "or redistributed without permission."
)

DUMP = f"""Skip to main content
76º
News
Weather
Coast Sports
Join Insider
World

{TITLE}
Edda Marsh and Ole Brandt
Northern Press Agency
Published: October 2, 2026 at 8:15 AM
Updated: October 2, 2026 at 9:40 AM
Tags: Northland, Lighthouses
1 / 24
Bo Lind, Harbour Pool Photo
{CAPTION} ({CREDIT})
{STORY[0]}

{STORY[1]}

Recommended Videos
Loading...

{STORY[2]}

Sign up for our newsletter

{STORY[3]}

{NOTICE}

Read More
Cod prices fall again in the north
Ferry to Cape Sorrow is late
Loading...
"""

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>
<meta property="og:site_name" content="Coast 10"><meta property="og:title" content="{TITLE}">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}",
"author":[{{"@type":"Person","name":"Edda Marsh"}},{{"@type":"Person","name":"Ole Brandt"}},
{{"@type":"Organization","name":"Northern Press Agency"}}],
"datePublished":"2026-10-02T08:15:00Z","dateModified":"2026-10-02T09:40:00Z"}}</script></head><body>
<a class="skip-link" href="#main">Skip to main content</a>
<header><div class="weather-badge"><a href="/weather">76º</a></div>
<nav><ul><li><a href="/news">News</a></li><li><a href="/w">Weather</a></li><li><a href="/s">Coast Sports</a></li></ul>
</nav></header>
<main id="main"><article><header><a class="section" href="/world">World</a><h1>{TITLE}</h1>
<div class="byline"><p class="authors">Edda Marsh and Ole Brandt</p><p>Northern Press Agency</p></div>
<div class="dates">Published: <time datetime="2026-10-02T08:15:00Z">October 2, 2026 at 8:15 AM</time></div>
<div class="tags">Tags: <a href="/t/n">Northland</a>, <a href="/t/l">Lighthouses</a></div></header>
<section class="gallery-carousel"><div class="slide"><figure>
<img src="data:image/gif;base64,R0" data-src="/resizer/stairs-800x600.jpg"
 data-srcset="/resizer/stairs-800x600.jpg 800w, /resizer/stairs-1600x1200.jpg 1600w" alt="A keeper on the stairs">
<div class="photo-info"><span class="photo-count">1 / 24</span>
<figcaption><p class="photo-credit">Bo Lind, Harbour Pool Photo</p>
<p class="photo-caption">{CAPTION} ({CREDIT})</p></figcaption></div></figure></div>
<button class="arrow">Next</button></section>
<div class="article-body"><p>{STORY[0]}</p><p>{STORY[1]}</p>
<div class="video-widget"><h3>Recommended Videos</h3><div class="spinner">Loading...</div></div>
<p>{STORY[2]}</p>
<div class="newsletter"><h4>Sign up for our newsletter</h4><input type="email"><button>Go</button></div>
<p>{STORY[3]}</p>
<p class="copyright">{NOTICE}</p></div></article>
<aside class="read-more"><h2>Read More</h2><ul><li><a href="/cod">Cod prices fall again in the north</a></li>
<li><a href="/ferry">Ferry to Cape Sorrow is late</a></li></ul><div class="spinner">Loading...</div></aside></main>
<footer>© 2026 Coast 10</footer></body></html>"""
