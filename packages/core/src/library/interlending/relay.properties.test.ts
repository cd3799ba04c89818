import fc from "fast-check"
import { expect, it } from "vitest"
import { layerMemory } from "../../storage/memory.ts"
import { layerFaulty } from "../../testing/faulty.ts"
import { interloanActs, interloanActsInAnyOrder } from "../../testing/interlending/interloanAct.ts"
import { playInterloans } from "../../testing/interlending/playInterloans.ts"

it("a fault before or after any write leads to where things would be without it", async () => {
  // Setting the scene gives some 15 commands.
  const fault = fc.record({ call: fc.integer({ min: 1, max: 90 }), when: fc.constantFrom("before", "after") })
  await fc.assert(
    fc.asyncProperty(interloanActs, fault, async (acts, plan) => {
      expect(await playInterloans(acts, layerFaulty(layerMemory, plan))).toEqual(await playInterloans(acts))
    }),
    { numRuns: 60 }
  )
}, 120_000)

it("messages in any order and more than once end with both sides of one mind", async () => {
  await fc.assert(
    fc.asyncProperty(interloanActsInAnyOrder, async (acts) => {
      const { town, hill } = await playInterloans(acts)
      expect([town, hill]).toMatchObject([{ outbox: [] }, {}])
    }),
    { numRuns: 150 }
  )
}, 120_000)
