import { readFileSync, writeFileSync } from "node:fs"
import { expect, it } from "vitest"
import { routingTable } from "../src/transits/routing.ts"
import { routingWords } from "../src/transits/routingWords.ts"

const rows = routingTable.map(({ name, reason }) => ({ name, reason, ...routingWords[name] }))

const file = new URL("../../../docs/transits.md", import.meta.url)
const [begin, end] = ["<!-- routes: begin -->", "<!-- routes: end -->"]

const drawn = [
  begin,
  "",
  "| if | then | reason | row |",
  "|---|---|---|---|",
  ...rows.map(({ name, when, goes, reason }) => `| ${when} | ${goes} | ${reason ?? ""} | \`${name}\` |`),
  "",
  "```mermaid",
  "flowchart TD",
  '  scan(["a copy is in hand at a branch"]) --> r0',
  ...rows.slice(0, -1).map(({ name, when, goes, reason }, nth, asked) => {
    const next = nth === asked.length - 1 ? "last" : `r${nth + 1}`
    const text = when.replaceAll("`", "")
    return `  r${nth}{"${text}?"} -->|yes| ${name}["${goes}${reason === null ? "" : ` (${reason})`}"]\n  r${nth} -->|no| ${next}`
  }),
  `  last["${rows.at(-1)?.goes} (${rows.at(-1)?.reason})"]`,
  "```",
  "",
  end
].join("\n")

it("draws the table of routes as the decisions read it", () => {
  const text = readFileSync(file, "utf8")
  const [before, after] = [text.slice(0, text.indexOf(begin)), text.slice(text.indexOf(end) + end.length)]
  const wanted = `${before}${drawn}${after}`
  if (process.env.UPDATE_DOCS === "1") writeFileSync(file, wanted)
  expect(readFileSync(file, "utf8")).toBe(wanted)
})
