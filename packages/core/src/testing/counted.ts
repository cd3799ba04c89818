import { Effect, Layer } from "effect"
import type { RunRequest } from "../storage/port.ts"
import { Storage } from "../storage/port.ts"

/** What was asked of a storage since it was last looked at. */
export interface Asked {
  /** Commands looked at, and pages read: each one call of the storage. */
  readonly calls: number
  /** Rows that were handed over for them. */
  readonly rows: number
}

/** A storage that counts what it is asked for, and a look at the counts that sets them back to nothing. */
export const counted = <E>(
  storage: Layer.Layer<Storage, E>
): { readonly layer: Layer.Layer<Storage, E>; readonly asked: () => Asked } => {
  let [calls, rows] = [0, 0]
  const count = (found: unknown): void => {
    rows += rowsIn(found)
  }
  // biome-ignore lint/suspicious/noExplicitAny: each request has types of its own, which only its `decide` sees
  const counting = <Request extends RunRequest<any, any>>(request: Request): Request => ({
    ...request,
    decide: (found: unknown) => {
      count(found)
      return request.decide(found as never)
    }
  })
  const called = <A>(effect: A): A => {
    calls += 1
    return effect
  }
  const layer = Layer.effect(
    Storage,
    Effect.map(Storage, (service): Storage["Service"] => ({
      ...service,
      run: (request) => called(service.run(counting(request))),
      commitMany: (tenant, requests) => called(service.commitMany(tenant, requests.map(counting))),
      read: (tenant, lookup) =>
        called(Effect.tap(service.read(tenant, lookup), (found) => Effect.sync(() => count(found)))),
      scan: (tenant, table, after, limit) =>
        called(Effect.tap(service.scan(tenant, table, after, limit), (page) => Effect.sync(() => count(page))))
    }))
  ).pipe(Layer.provide(storage))
  return {
    layer,
    asked: () => {
      const told = { calls, rows }
      ;[calls, rows] = [0, 0]
      return told
    }
  }
}

/** The facts of a lookup: lists count by their rows, anything else that was found as one. */
const rowsIn = (found: unknown): number =>
  Object.values(found as Readonly<Record<string, unknown>>).reduce<number>((sum, slot) => {
    if (Array.isArray(slot)) return sum + slot.length
    const page = (slot as { readonly rows?: unknown } | null)?.rows
    return sum + (Array.isArray(page) ? page.length : slot == null ? 0 : 1)
  }, 0)
