"""An agency story of our own, with all the furniture that agencies' pages carry."""

from __future__ import annotations

AGENCY_STORY = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Lighthouse of Cape Sorrow gets its keeper back | Northern Press Agency</title>
<meta property="og:site_name" content="Northern Press Agency"><meta name="author" content="Edda Marsh">
<meta property="article:published_time" content="2026-10-02T08:15:00+00:00"></head><body>
<a class="skip-link" href="#content">Skip to main content</a>
<header><div class="weather-badge">Cape Sorrow 7°C</div><nav><ul><li><a href="/w">World</a></li>
<li><a href="/s">Sport</a></li></ul></nav></header>
<main id="content"><article><h1>Lighthouse of Cape Sorrow gets its keeper back</h1>
<div class="byline">By <span>Edda Marsh</span></div>
<div class="gallery"><div class="gallery-counter">1 / 24</div>
<figure><img src="/pictures/tower.jpg" alt="A white tower"><figcaption>The lighthouse of Cape Sorrow on Thursday,
its lamp lit by hand for the first time in thirty years. (Ole Brandt/Coast Pool via NPA)</figcaption></figure></div>
<p>CAPE SORROW – The lighthouse at the end of the northern road has a keeper again, thirty years after a machine
took the work over and six months after the machine stopped in the middle of a gale.</p>
<p>Thora Lindqvist, 49, who grew up in the tower, walked the last eleven kilometres of the road on Wednesday with
her bag on her back, and she said she had not slept. “I listened to the lamp all night,” she said. “It hums in
B flat.”</p>
<p>The port authority called the stop “an incident" and did not say how long it had known of the fault, which
fishermen of the cape had reported by letter, by telephone and at last in person.</p>
<div class="newsletter-signup"><h3>Sign up for our newsletter</h3><p>Get the best of the coast in your inbox.</p></div>
<p>“We wrote to them in March, we rang them in April, and in May we came with the boat and stood in the hall until
somebody asked what we wanted," said Arvid Holm, who fishes for cod from the harbour below the tower.</p>
<div class="recommended"><h3>Recommended Videos</h3><div class="spinner">Loading...</div></div>
<p>He was told to fill in a form. The authority has since promised that the post will be kept for ten years, and
that the keeper will be paid from the dues of the ships that pass, about four of them a day in summer.</p>
<figure><img src="/pictures/stairs.jpg" alt="Stairs"><figcaption>Lindqvist on the stairs, of which there are two
hundred and eight. (Photo: Ole Brandt/Coast Pool)</figcaption></figure>
<p>Lindqvist has counted them. “Two hundred and eight up,” she said, “and on a bad evening three hundred
down.”</p></article>
<aside class="related"><h2>Related stories</h2><a href="/x">Cod prices fall again</a></aside></main>
<footer><p>© 2026 Northern Press Agency. All rights reserved.</p></footer></body></html>"""
