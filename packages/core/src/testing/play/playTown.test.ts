import { Effect } from "effect"
import fc from "fast-check"
import { it } from "vitest"
import { layerMemory } from "../../storage/memory.ts"
import type { Storage } from "../../storage/port.ts"
import { type DeskAct, deskActs } from "../arbitraries/deskAct.ts"
import { mustHold, playBesideModel, playTown } from "./playTown.ts"

const run = <A>(effect: Effect.Effect<A, unknown, Storage>): Promise<A> =>
  Effect.runPromise(effect.pipe(Effect.provide(layerMemory)))

const forAll = (
  numRuns: number,
  options: { readonly clockMayGoBack?: boolean },
  holds: (acts: ReadonlyArray<DeskAct>) => Promise<unknown>
) =>
  fc.assert(
    fc.asyncProperty(deskActs(options), async (acts) => void (await holds(acts))),
    { numRuns }
  )

it("any sequence of commands does what a plain model of the town says, and every invariant holds after each", async () => {
  await forAll(60, {}, (acts) => run(playBesideModel("town", acts)))
}, 120_000)

it("every invariant holds in the end also with a clock that is put back", async () => {
  await forAll(40, { clockMayGoBack: true }, (acts) => run(Effect.andThen(playTown("town", acts), mustHold("town"))))
}, 120_000)
