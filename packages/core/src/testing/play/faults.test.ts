import { Effect } from "effect"
import fc from "fast-check"
import { it } from "vitest"
import { layerMemory, layerMemoryWith } from "../../storage/memory.ts"
import { deskActs } from "../arbitraries/deskAct.ts"
import { commandsAtOnce } from "../commandsAtOnce.ts"
import { layerFaulty } from "../faulty.ts"
import { sameAsMemory } from "../sameAsMemory.ts"
import { playBesideModel } from "./playTown.ts"

const numRuns = 40

it("a call that fails before or after its commit, whichever it is, changes nothing for who asks again", async () => {
  const call = fc.integer({ min: 1, max: 40 })
  const when = fc.constantFrom("before" as const, "after" as const)
  await fc.assert(
    fc.asyncProperty(deskActs(), call, when, (acts, number, time) =>
      Effect.runPromise(
        playBesideModel("town", acts).pipe(Effect.provide(layerFaulty(layerMemory, { call: number, when: time })))
      )
    ),
    { numRuns }
  )
}, 120_000)

it("a row that fails to be written, whichever it is, takes its whole command back", async () => {
  await fc.assert(
    fc.asyncProperty(deskActs(), fc.integer({ min: 3, max: 200 }), (acts, failAtWrite) =>
      Effect.runPromise(playBesideModel("town", acts).pipe(Effect.provide(layerMemoryWith({ failAtWrite }))))
    ),
    { numRuns }
  )
}, 120_000)

it("memory in two trips ends as memory in one", async () => {
  await Effect.runPromise(sameAsMemory({ numRuns: 20 }).run.pipe(Effect.provide(layerMemoryWith({ trips: 2 }))))
}, 120_000)

it("commands that come at once leave every invariant holding, in one trip and in two", async () => {
  for (const trips of [1, 2] as const) {
    await Effect.runPromise(commandsAtOnce().run.pipe(Effect.provide(layerMemoryWith({ trips }))))
  }
}, 120_000)
