import { Effect, Layer } from "effect"
import fc from "fast-check"
import { Storage } from "../../storage/port.ts"
import { type ContractCase, same } from "../contract/contractCase.ts"
import type { PlayOptions } from "../sameAsMemory.ts"
import { interloanActsInAnyOrder } from "./interloanAct.ts"
import { playInterloans } from "./playInterloans.ts"

/**
 * Any sequence of asking, lending, taking in, sending back, losing, withdrawing and cancelling between two systems, with messages
 * that come late, early or twice, ends as on the in-memory storage, with both sides of one mind. A failing one is shrunk and printed.
 */
export const interloansAsInMemory = (options: PlayOptions = {}): ContractCase => ({
  title: "any sequence of loans between two systems ends as on the in-memory storage, both of one mind",
  run: Effect.flatMap(Storage, (storage) =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(interloanActsInAnyOrder, async (acts) => {
          const suffix = `-${globalThis.crypto.randomUUID()}`
          const there = await playInterloans(acts, Layer.succeed(Storage, storage), suffix)
          const inMemory = await playInterloans(acts)
          await Effect.runPromise(same(there, inMemory, "what both sides say"))
        }),
        { numRuns: 10, ...options }
      )
    )
  )
})
