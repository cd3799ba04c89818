import type { CompiledPolicy } from "../compiled/compilePolicy.ts"
import { type Match, meets } from "../compiled/condition.ts"

const fields = ["collection", "location", "format", "language"] as const

/** What is supposed of an item whatever is not said of it. */
export type Supposed = Readonly<Partial<Record<(typeof fields)[number], string>>>

/** For each of these fields the value under which the fewest rows hold that look at it, where not knowing it is no such. */
export const supposed = ({ ranked }: CompiledPolicy): Supposed =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const matches = ranked.flatMap(({ conditions }) =>
        conditions.flatMap((one) => (one.field === field && !isAny(one.match) ? [one.match] : []))
      )
      const named = matches.flatMap((match) => (match.kind === "noneOf" ? [...match.values] : []))
      const held = (value: unknown): number => matches.filter((match) => meets(match, value as string | null)).length
      const usual = [null, ...named].reduce((best, next) => (held(next) < held(best) ? next : best))
      return usual === null ? [] : [[field, usual]]
    })
  )

const isAny = (match: Match): boolean => match.kind === "noneOf" && match.values.size === 0
