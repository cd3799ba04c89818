import { Effect } from "effect"
import type { Storage } from "../../storage/port.ts"

/** One promise of the storage port. `run` dies with a readable message when it is broken. */
export interface ContractCase {
  readonly title: string
  readonly run: Effect.Effect<void, unknown, Storage>
}

/** Dies with `otherwise` unless it holds. */
export const must = (holds: boolean, otherwise: string): Effect.Effect<void> =>
  holds ? Effect.void : Effect.die(new Error(otherwise))

/** Dies unless both are the same data: same fields with same values, whatever their order; lists in the same order. */
export const same = (actual: unknown, expected: unknown, what: string): Effect.Effect<void> => {
  const [got, wanted] = [plainText(actual), plainText(expected)]
  return must(got === wanted, `${what}:\n  got    ${got}\n  wanted ${wanted}`)
}

/** Dies unless the effect fails with this tag; gives the failure. */
export const mustFail = <A, E extends { readonly _tag: string }, R, T extends E["_tag"]>(
  effect: Effect.Effect<A, E, R>,
  tag: T,
  what: string
): Effect.Effect<Extract<E, { readonly _tag: T }>, never, R> =>
  Effect.matchEffect(effect, {
    onSuccess: (value) => Effect.die(new Error(`${what}: wanted ${tag}, but it gave ${plainText(value)}`)),
    onFailure: (fault) =>
      fault._tag === tag
        ? Effect.succeed(fault as Extract<E, { readonly _tag: T }>)
        : Effect.die(new Error(`${what}: wanted ${tag}, but it failed with ${fault._tag}`, { cause: fault }))
  })

/** Data as text that is equal if and only if the data is: fields by name, bytes by value, `undefined` told from `null`. */
const plainText = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) => {
    if (value === undefined) return "(undefined)"
    if (value instanceof Uint8Array) return { bytes: [...value] }
    if (isJsonOfBuffer(value)) return { bytes: value.data }
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
  })

/** Node's Buffer turns itself into this before a replacer sees it. */
const isJsonOfBuffer = (value: unknown): value is { readonly data: ReadonlyArray<number> } =>
  typeof value === "object" && value !== null && "type" in value && value.type === "Buffer" && "data" in value
