import type { PolicyProblem } from "./problem.ts"
import { suggest } from "./suggest.ts"

export type Path = ReadonlyArray<string | number>

/** A problem before it is told where in the text it stands. */
export interface Finding {
  readonly path: Path
  /** Whether the name at the end of the path is wrong, or what stands there. */
  readonly at: "name" | "value"
  readonly expected: string
  readonly found: string
  /** What would be right there by name; the nearest to `wrong` is suggested. */
  readonly nearest?: { readonly wrong: unknown; readonly among: ReadonlyArray<string> }
  /** Where in the text, if the path does not say it: two equal names have one path. */
  readonly offset?: number
}

/** A finding about a value, with the value shown short, and the names that are right in its place. */
export const findingAt = (
  path: Path,
  expected: string,
  value: unknown,
  among: ReadonlyArray<string> = []
): Finding => ({ path, at: "value", expected, found: shown(value), nearest: { wrong: value, among } })

/** The problem without a place in a text. */
export const problemOf = ({ path, expected, found, nearest }: Finding): PolicyProblem => {
  const suggestion = nearest === undefined ? undefined : suggest(nearest.wrong, nearest.among)
  return { path: formatPath(path), expected, found, ...(suggestion === undefined ? {} : { suggestion }) }
}

/** A value as JSON, cut to a length that fits in a line; `nothing` where there is none. */
export const shown = (value: unknown): string => {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? typeof value)
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`
}

/** A path as one would write it in JavaScript: `rows[3].set.loanPeriod`. */
export const formatPath = (path: Path): string => {
  const joined = path.map((part) => {
    if (typeof part === "number") return `[${part}]`
    return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`
  })
  return joined.join("").replace(/^\./, "")
}
