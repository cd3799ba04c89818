import { Effect } from "effect"
import fc from "fast-check"
import { layerMemory } from "../storage/memory.ts"
import { Storage } from "../storage/port.ts"
import { type DeskAct, deskActs } from "./arbitraries/deskAct.ts"
import { type ContractCase, same } from "./contract/contractCase.ts"
import { dumpOf } from "./contract/scene.ts"
import { mustHold, playTown } from "./play/playTown.ts"

export interface PlayOptions {
  /** How many sequences. 20 if not given. */
  readonly numRuns?: number
  /** Seed and path as a failed run printed them, to run it again. */
  readonly seed?: number
  readonly path?: string
}

/**
 * Any sequence of commands gives the same answers, and leaves the same rows in every table, as on the in-memory storage;
 * and every invariant holds. A failing sequence is shrunk and printed with its seed. Run it under a clock that goes.
 */
export const sameAsMemory = (options: PlayOptions = {}): ContractCase => ({
  title: "any sequence of commands ends as on the in-memory storage",
  run: Effect.flatMap(Effect.context<Storage>(), (context) =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(deskActs({ clockMayGoBack: true }), (acts) => Effect.runPromiseWith(context)(mustAgree(acts))),
        { numRuns: 20, ...options }
      )
    )
  )
})

const mustAgree = (acts: ReadonlyArray<DeskAct>): Effect.Effect<void, unknown, Storage> =>
  Effect.gen(function* () {
    const tenant = `same-${globalThis.crypto.randomUUID()}`
    const there = yield* ending(tenant, acts)
    const inMemory = yield* Effect.provide(ending(tenant, acts), layerMemory)
    for (const [index, played] of inMemory.played.entries()) {
      yield* same(there.played[index], played, `act ${index + 1}`)
    }
    for (const [table, rows] of Object.entries(inMemory.dump))
      yield* same(there.dump[table], rows, `the rows of ${table}`)
  })

const ending = (tenant: string, acts: ReadonlyArray<DeskAct>) =>
  Effect.gen(function* () {
    const played = yield* playTown(tenant, acts)
    yield* mustHold(tenant)
    return { played, dump: yield* dumpOf(yield* Storage, tenant) }
  })
