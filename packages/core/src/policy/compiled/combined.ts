import type { Match } from "./condition.ts"

/** What several conditions on one field leave of its values, ranges apart. */
export interface Combined {
  /** The only values that will do; `null`: any. */
  readonly only: ReadonlySet<unknown> | null
  readonly except: ReadonlySet<unknown>
}

export const combined = (matches: ReadonlyArray<Match>): Combined => {
  const [first, ...others] = matches
  if (others.length === 0 && first?.kind === "oneOf") return { only: first.values, except: nothing }
  if (others.length === 0 && first?.kind === "noneOf") return { only: null, except: first.values }
  let only: ReadonlySet<unknown> | null = null
  const except = new Set<unknown>()
  for (const match of matches) {
    if (match.kind === "oneOf") only = only === null ? match.values : common(only, match.values)
    if (match.kind === "noneOf") for (const value of match.values) except.add(value)
  }
  return { only, except }
}

const common = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): ReadonlySet<unknown> =>
  new Set([...a].filter((value) => b.has(value)))

const nothing: ReadonlySet<unknown> = new Set()
