import { Effect, Layer } from "effect"
import fc from "fast-check"
import { Documents } from "../desk/documents.ts"
import type { Storage } from "../storage/port.ts"
import { type DeskAct, deskActs } from "./arbitraries/deskAct.ts"
import { type ContractCase, must } from "./contract/contractCase.ts"
import { countedIds } from "./play/countedIds.ts"
import { mustHold } from "./play/playTown.ts"
import { openTown, play, rowsOf } from "./play/townPlay.ts"
import type { PlayOptions } from "./sameAsMemory.ts"

const wave = 5

/**
 * Commands of any kind, without overrides, come five at once, wave after wave; after each wave every invariant holds, the
 * tables are what the events say, and nobody has more loans than the policy admits. Which of them won does not matter. Run it under a clock that goes.
 */
export const commandsAtOnce = (options: PlayOptions = {}): ContractCase => ({
  title: "commands of any kind that come at once leave every invariant holding",
  run: Effect.flatMap(Effect.context<Storage>(), (context) =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(deskActs({ maxLength: 6 * wave }), fc.integer({ min: 1, max: 2 }), (acts, loanCountMax) =>
          Effect.runPromiseWith(context)(inWaves(acts, loanCountMax))
        ),
        { numRuns: 20, ...options }
      )
    )
  )
})

const inWaves = (acts: ReadonlyArray<DeskAct>, loanCountMax: number): Effect.Effect<void, unknown, Storage> =>
  Effect.gen(function* () {
    const town = yield* openTown(`at-once-${globalThis.crypto.randomUUID()}`, loanCountMax)
    for (let first = 0; first < acts.length; first += wave) {
      const together = acts
        .slice(first, first + wave)
        .map((act) => play(town, { ...act, override: false, publish: null }))
      yield* Effect.all(together, { concurrency: "unbounded" })
      yield* mustHold(town.tenant)
      const counts = new Map<string, number>()
      for (const { readerId, count } of yield* rowsOf(town.tenant, "loanCount")) {
        counts.set(readerId, (counts.get(readerId) ?? 0) + count)
      }
      const most = Math.max(0, ...counts.values())
      yield* must(most <= loanCountMax, `a reader has ${most} loans, though ${loanCountMax} are admitted`)
    }
  }).pipe(Effect.provide(Layer.merge(Documents.layer, countedIds())))
