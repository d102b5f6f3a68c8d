// Formats records with citeproc-js: {style, locale, records} as JSON on standard input, {id: html} on standard output.
import CSL from "citeproc";
import { readFileSync } from "node:fs";

const { style, locale, records } = JSON.parse(readFileSync(0, "utf8"));
const byId = Object.fromEntries(records.map((record) => [record.id, record]));
const system = {
  retrieveLocale: () => locale,
  retrieveItem: (id) => structuredClone(byId[id]),
};

const engine = new CSL.Engine(system, style, "en-US", true);
engine.setOutputFormat("html");

// Each record alone: letters behind years and shortened author lists depend on neighbours.
const formatted = {};
for (const { id } of records) {
  engine.updateItems([id]);
  formatted[id] = engine.makeBibliography()[1].join("");
}
process.stdout.write(JSON.stringify(formatted));
