import { Result } from "effect"
import type { ImportProblem } from "../imported.ts"

/** FOLIO's kinds of criteria by their letter: patron group, material type, loan type, institution, campus, library, location. */
export const folioKinds = ["g", "m", "t", "a", "b", "c", "s"] as const
export type FolioKind = (typeof folioKinds)[number]

/** FOLIO's kinds of policies by their letter: loan, request, notice, overdue fine, lost item fee. */
const policyKinds = ["l", "r", "n", "o", "i"] as const
export type FolioPolicyKind = (typeof policyKinds)[number]
export type FolioPolicies = Readonly<Record<FolioPolicyKind, string>>

export interface FolioCriterion {
  readonly kind: FolioKind
  /** All names, some, or none of some. */
  readonly names: "all" | { readonly anyOf: ReadonlyArray<string> } | { readonly noneOf: ReadonlyArray<string> }
}

export interface FolioRule {
  /** From 1. */
  readonly line: number
  /** Those of the line itself and of the lines above it with less indentation. */
  readonly criteria: ReadonlyArray<FolioCriterion>
  readonly policies: FolioPolicies
}

export type FolioPriority =
  | { readonly by: "criterium"; readonly order: ReadonlyArray<FolioKind> }
  | { readonly by: "number-of-criteria" | "first-line" | "last-line" }

/** FOLIO's circulation rules as they are written in its editor. */
export interface FolioRules {
  readonly priority: ReadonlyArray<FolioPriority>
  readonly fallback: FolioPolicies
  readonly rules: ReadonlyArray<FolioRule>
}

type Problems = Array<ImportProblem>
interface Line {
  readonly number: number
  readonly indentation: number
  readonly text: string
}

/**
 * FOLIO's circulation rules from their text: a priority line, a fallback line, and lines of criteria, joined by "+" or by
 * indentation, with a policy of each kind behind a colon. "#" and "/" begin comments. Every line that is not of this form
 * is told by its number. The form: doc/circulationrules.md of FOLIO's mod-circulation.
 */
export const parseFolioRules = (text: string): Result.Result<FolioRules, ReadonlyArray<ImportProblem>> => {
  const problems: Problems = []
  const lines = text
    .split(/\r?\n/)
    .map(lineOf)
    .filter((line) => line.text !== "")
  const fail = (line: Line | null, expected: string, found: string): void => {
    problems.push({ where: line === null ? "the rules" : `line ${line.number}`, expected, found })
  }
  const one = (name: string): { readonly line: Line; readonly rest: string } | null => {
    const found = lines.filter((line) => line.text.startsWith(`${name}:`))
    const [line, second] = found
    if (line === undefined) fail(null, `a line that begins with "${name}:"`, "none")
    if (second !== undefined) fail(second, `one line "${name}:" only`, "another")
    return line === undefined ? null : { line, rest: line.text.slice(name.length + 1).trim() }
  }
  const priorityLine = one("priority")
  const fallbackLine = one("fallback-policy")
  const priority =
    priorityLine === null ? [] : priorityOf(priorityLine.rest, (...said) => fail(priorityLine.line, ...said))
  const fallback =
    fallbackLine === null ? null : policiesOf(fallbackLine.rest, (...said) => fail(fallbackLine.line, ...said))
  const rules = rulesOf(
    lines.filter((line) => line !== priorityLine?.line && line !== fallbackLine?.line),
    fail
  )
  if (problems.length > 0 || fallback === null) return Result.fail(problems)
  return Result.succeed({ priority, fallback, rules })
}

const lineOf = (raw: string, index: number): Line => {
  const text = raw.replace(/[#/].*$/, "")
  return { number: index + 1, indentation: text.length - text.trimStart().length, text: text.trim() }
}

type Fail = (expected: string, found: string) => void

const priorityOf = (text: string, fail: Fail): ReadonlyArray<FolioPriority> => {
  const kindsIn = (list: string): ReadonlyArray<FolioKind> => {
    const order = list.split(",").map((letter) => letter.trim())
    const complete = order.length === folioKinds.length && folioKinds.every((kind) => order.includes(kind))
    if (!complete) fail(`the letters ${folioKinds.join(", ")} once each, in any order`, list.trim())
    return order as ReadonlyArray<FolioKind>
  }
  // The older form: the kinds alone.
  if (/^\w(\s*,\s*\w)*$/.test(text)) {
    return [{ by: "criterium", order: kindsIn(text) }, { by: "number-of-criteria" }, { by: "last-line" }]
  }
  const parts = text.match(/criterium\s*\([^)]*\)|[^,\s][^,]*/g) ?? []
  const steps = parts.flatMap((part): ReadonlyArray<FolioPriority> => {
    const name = part.trim()
    const kinds = /^criterium\s*\(([^)]*)\)$/.exec(name)?.[1]
    if (kinds !== undefined) return [{ by: "criterium", order: kindsIn(kinds) }]
    if (name === "number-of-criteria" || name === "first-line" || name === "last-line") return [{ by: name }]
    fail("criterium (…), number-of-criteria, first-line or last-line", name)
    return []
  })
  const last = steps.at(-1)?.by
  const early = steps.slice(0, -1).some(({ by }) => by === "first-line" || by === "last-line")
  if ((last !== "first-line" && last !== "last-line") || early)
    fail("first-line or last-line, as the last of them", text)
  return steps
}

const rulesOf = (
  lines: ReadonlyArray<Line>,
  fail: (line: Line, expected: string, found: string) => void
): ReadonlyArray<FolioRule> => {
  const above: Array<{ readonly indentation: number; readonly criteria: ReadonlyArray<FolioCriterion> }> = []
  return lines.flatMap((line): ReadonlyArray<FolioRule> => {
    while ((above.at(-1)?.indentation ?? -1) >= line.indentation) above.pop()
    const colon = line.text.indexOf(":")
    const left = colon === -1 ? line.text : line.text.slice(0, colon)
    const own = left.split("+").flatMap((part) => criterionOf(part.trim(), (...said) => fail(line, ...said)))
    const criteria = [...above.flatMap((outer) => outer.criteria), ...own]
    const twice = criteria.find(({ kind }, i) => criteria.findIndex((other) => other.kind === kind) < i)
    if (twice !== undefined) fail(line, "each kind of criterion once, with those of the lines above it", twice.kind)
    above.push({ indentation: line.indentation, criteria: own })
    if (colon === -1) return []
    const policies = policiesOf(line.text.slice(colon + 1).trim(), (...said) => fail(line, ...said))
    return policies === null ? [] : [{ line: line.number, criteria, policies }]
  })
}

const name = /^!?[A-Za-z0-9_-]+$/

const criterionOf = (text: string, fail: Fail): ReadonlyArray<FolioCriterion> => {
  const [kind = "", ...names] = text.split(/\s+/)
  const isKind = (folioKinds as ReadonlyArray<string>).includes(kind)
  const wrong = names.find((one) => !name.test(one))
  const negated = names.filter((one) => one.startsWith("!"))
  const mixed = negated.length > 0 && negated.length < names.length
  if (!isKind || names.length === 0 || wrong !== undefined || mixed || (names.includes("all") && names.length > 1)) {
    fail(`one of the letters ${folioKinds.join(", ")} and then names, all with "!" or none, or "all"`, wrong ?? text)
    return []
  }
  if (names[0] === "all") return [{ kind: kind as FolioKind, names: "all" }]
  const selected = negated.length > 0 ? { noneOf: negated.map((one) => one.slice(1)) } : { anyOf: names }
  return [{ kind: kind as FolioKind, names: selected }]
}

const policiesOf = (text: string, fail: Fail): FolioPolicies | null => {
  const words = text === "" ? [] : text.split(/\s+/)
  const found: Record<string, string> = {}
  for (let i = 0; i < words.length; i += 2) {
    const [kind = "", policy] = [words[i], words[i + 1]]
    if (!(policyKinds as ReadonlyArray<string>).includes(kind) || policy === undefined || !name.test(policy)) {
      fail(`one of the letters ${policyKinds.join(", ")} and the name of a policy`, words.slice(i, i + 2).join(" "))
      return null
    }
    if (found[kind] !== undefined) {
      fail("one policy of each kind", `two of ${kind}`)
      return null
    }
    found[kind] = policy
  }
  const missing = policyKinds.filter((kind) => found[kind] === undefined)
  if (missing.length === 0) return found as FolioPolicies
  fail("a policy of each kind", `none of ${missing.join(", ")}`)
  return null
}
