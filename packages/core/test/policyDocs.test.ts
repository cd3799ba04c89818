import { readFileSync, writeFileSync } from "node:fs"
import { Result } from "effect"
import { expect, it } from "vitest"
import { criteria } from "../src/policy/form/criteria.ts"
import { limitSettingKinds } from "../src/policy/form/limitSettingNames.ts"
import { criterionMeanings, limitMeanings, settingMeanings } from "../src/policy/form/meanings.ts"
import { limitSettings, settings } from "../src/policy/form/settings.ts"
import { decodePolicy } from "../src/policy/reading/decodePolicy.ts"
import { formatPath } from "../src/policy/reading/finding.ts"

const file = new URL("../../../docs/policy-settings.md", import.meta.url)

/** What a policy that has something else there is told. */
const writtenAs = (setting: string): string => {
  const rows = [{ id: "r", when: {}, set: { [setting]: -1.5 } }]
  const [limits, precedence] = [{ all: {} }, { by: "firstRow" }]
  const rest = { currency: "EUR", rounding: "up", readerCategories: {}, itemTypes: {} }
  const problems = Result.getOrThrow(Result.flip(decodePolicy({ ...rest, limits, precedence, rows })))
  expect(problems.map(({ path }) => path)).toEqual([formatPath(["rows", 0, "set", setting])])
  return problems[0].expected
}

const drawn = [
  "# What a policy can say",
  "",
  "Made from `packages/core/src/policy/form`, by which policies are read; `UPDATE_DOCS=1` writes it anew. A row of a policy",
  "has conditions, `when`, and settings, `set`. Each setting is resolved by itself: the most specific row that sets it.",
  "",
  "## Criteria of a row",
  "",
  "| criterion | read as | what it looks at |",
  "|---|---|---|",
  ...Object.entries(criteria).map(
    ([name, { kind }]) => `| ${name} | ${kind} | ${criterionMeanings[name as keyof typeof criteria]} |`
  ),
  "",
  "## Settings",
  "",
  "| setting | unit | what it says | written as |",
  "|---|---|---|---|",
  ...Object.entries(settings).map(
    ([name, { unit }]) =>
      `| ${name} | ${unit} | ${settingMeanings[name as keyof typeof settings]} | ${writtenAs(name)} |`
  ),
  ...limitSettingKinds.map(
    (kind) =>
      `| ${kind}.\\<limit\\> | ${limitSettings[kind].unit} | ${limitMeanings[kind]} | ${writtenAs(`${kind}.all`)} |`
  ),
  ""
].join("\n")

it("lists every criterion and every setting with what it means", () => {
  if (process.env.UPDATE_DOCS === "1") writeFileSync(file, drawn)
  expect(readFileSync(file, "utf8")).toBe(drawn)
})
