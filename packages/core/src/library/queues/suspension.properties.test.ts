import fc from "fast-check"
import { expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { titleQueue } from "./index.ts"

const readers = 6

type Act =
  | { readonly name: "suspend"; readonly nth: number; readonly days: number | null }
  | { readonly name: "resume"; readonly nth: number }

const nth = fc.nat(readers - 1)
const acts: fc.Arbitrary<ReadonlyArray<Act>> = fc.array(
  fc.oneof(
    fc.record({ name: fc.constant("suspend" as const), nth, days: fc.constantFrom(null, 2, 40) }),
    fc.record({ name: fc.constant("resume" as const), nth })
  ),
  { minLength: 1, maxLength: 8 }
)

/** Six who wait for any of two copies that are lent. */
const waiting = async () => {
  const small = await smallLibrary({ "loanCountMax.all": 9, reservationCountMax: 9 })
  const { desk, title, key } = small
  const titleId = await title("Wanted", ["w1", "w2"])
  for (const item of ["w1", "w2"]) receiptOf(await desk.checkOut({ item, card: "ben", at: noon, key: key() }))
  const ids: Array<string> = []
  for (let reader = 0; reader < readers; reader++) {
    const card = `r${reader}`
    receiptOf(await desk.registerReader({ card, name: card, category: "adult", at: noon, key: key() }))
    ids.push(receiptOf(await desk.reserve({ title: titleId, card, at: noon, key: key() })).reservationId)
  }
  const queue = async () => (await titleQueue(small.library, { tenant, title: titleId, at: noon }))?.rows ?? []
  return { ...small, ids, queue }
}

it("suspending and resuming move nobody: stored places, who is before whom, and in which order copies are expected", async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      const { library, desk, key, ids, queue } = await waiting()
      const before = await queue()
      for (const act of done) {
        const [reservation, at] = [ids[act.nth] as string, noon]
        const was = await queue()
        if (act.name === "resume") await desk.resumeReservation({ reservation, at, key: key() })
        else {
          const end = act.days === null ? {} : { until: noon + act.days * day }
          receiptOf(await desk.suspendReservation({ reservation, ...end, at, key: key() }))
        }
        const now = await queue()
        expect(now.map(({ reservation: { reservationId, place } }) => [reservationId, place])).toEqual(
          before.map(({ reservation: { reservationId, place } }) => [reservationId, place])
        )
        expect(now.map(({ position }) => position)).toEqual(before.map(({ position }) => position))
        const active = now.filter(({ reservation: { suspended } }) => suspended === 0)
        const medians = active.map(({ wait }) => wait?.median ?? Number.POSITIVE_INFINITY)
        expect(medians).toEqual(medians.toSorted((one, other) => one - other))
        // Nobody before it is touched by it, and nobody waits longer for somebody who steps aside.
        const own = now.findIndex((one) => one.reservation.reservationId === reservation)
        expect(now.slice(0, own)).toEqual(was.slice(0, own))
        for (const [place, { wait }] of now.entries())
          if (act.name === "suspend" && place > own && was[own]?.reservation.suspended === 0)
            expect(wait?.median ?? 0).toBeLessThanOrEqual(was[place]?.wait?.median ?? Number.POSITIVE_INFINITY)
      }
      expect(await library.check(tenant)).toEqual([])
      await library.close()
    }),
    { numRuns: 15 }
  )
})
