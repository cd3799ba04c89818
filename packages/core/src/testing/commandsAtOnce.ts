import { Effect, Layer } from "effect"
import fc from "fast-check"
import { Documents } from "../desk/documents.ts"
import type { Storage } from "../storage/port.ts"
import { type DeskAct, deskActs } from "./arbitraries/deskAct.ts"
import type { ContractCase } from "./contract/contractCase.ts"
import { countedIds } from "./play/countedIds.ts"
import { mustHold } from "./play/playTown.ts"
import { openTown, play } from "./play/townPlay.ts"
import type { PlayOptions } from "./sameAsMemory.ts"

const wave = 5

/**
 * Commands of any kind come five at once, wave after wave; after each wave every invariant holds, and the tables are what
 * the events say. Which of them won does not matter. Run it under a clock that goes.
 */
export const commandsAtOnce = (options: PlayOptions = {}): ContractCase => ({
  title: "commands of any kind that come at once leave every invariant holding",
  run: Effect.flatMap(Effect.context<Storage>(), (context) =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(deskActs({ maxLength: 6 * wave }), (acts) => Effect.runPromiseWith(context)(inWaves(acts))),
        { numRuns: 20, ...options }
      )
    )
  )
})

const inWaves = (acts: ReadonlyArray<DeskAct>): Effect.Effect<void, unknown, Storage> =>
  Effect.gen(function* () {
    const town = yield* openTown(`at-once-${globalThis.crypto.randomUUID()}`)
    for (let first = 0; first < acts.length; first += wave) {
      const together = acts.slice(first, first + wave).map((act) => play(town, act))
      yield* Effect.all(together, { concurrency: "unbounded" })
      yield* mustHold(town.tenant)
    }
  }).pipe(Effect.provide(Layer.merge(Documents.layer, countedIds())))
