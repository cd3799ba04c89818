import fc from "fast-check"
import { expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const [lead, trail] = [2, 1]

/** By days from now on. */
interface Booked {
  readonly first: number
  readonly last: number
}
const span = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 4 }))
  .map(([first, length]): Booked => ({ first, last: first + length }))
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("book" as const), span, card: fc.constantFrom("ada", "ben") })
  },
  fc.record({ kind: fc.constant("change" as const), span, nth: fc.nat(5) }),
  fc.record({ kind: fc.constant("cancel" as const), nth: fc.nat(5) })
)

/** Days of both with what is kept free around them. */
const apart = (one: Booked, other: Booked): boolean =>
  one.last + trail < other.first - lead || other.last + trail < one.first - lead

it("any bookings, changes and cancellations: what is carried out is what a list of days admits", async () => {
  const set = { bookable: true, bookingLeadDays: lead, bookingTrailDays: trail }
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const { library, desk, title, key } = await smallLibrary(set)
      await title("Camera", ["c1"])
      const model = new Map<string, Booked>()
      for (const one of acts) {
        const ids = [...model.keys()]
        const id = "nth" in one ? ids[one.nth % Math.max(1, ids.length)] : undefined
        const days = (of: Booked) => ({ from: noon + of.first * day, until: noon + of.last * day })
        const isFree = (of: Booked) => [...model].every(([other, its]) => other === id || apart(of, its))
        const named = { booking: id ?? "none", at: noon }
        if (one.kind === "book") {
          const answer = await desk.book({ item: "c1", card: one.card, ...days(one.span), at: noon, key: key() })
          expect(answer.ok).toBe(isFree(one.span))
          if (answer.ok) model.set(answer.receipt.bookingId, one.span)
        } else if (one.kind === "change") {
          const answer = await desk.changeBooking({ ...named, ...days(one.span), key: key() })
          expect(answer.ok).toBe(id !== undefined && isFree(one.span))
          if (answer.ok && id !== undefined) model.set(id, one.span)
        } else {
          const answer = await desk.cancelBooking({ ...named, key: key() })
          expect(answer.ok).toBe(id !== undefined)
          if (id !== undefined) model.delete(id)
        }
      }
      expect(await library.check(tenant)).toEqual([])
      await library.close()
    }),
    { numRuns: 40 }
  )
})

it("whoever asks for a loan, and when: it never reaches into the days of somebody else's booking", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(span, fc.constantFrom("ada", "ben")), { maxLength: 4 }),
      fc.integer({ min: 0, max: 22 }),
      fc.constantFrom("ada", "ben"),
      async (wished, lentOn, card) => {
        const { library, desk, title, key } = await smallLibrary({ bookable: true, bookingLeadDays: lead })
        await title("Camera", ["c1"])
        for (const [{ first, last }, who] of wished) {
          const days = { from: noon + first * day, until: noon + last * day }
          await desk.book({ item: "c1", card: who, ...days, at: noon, key: key() })
        }
        const { reader } = await library.read(tenant, { reader: { card: card as never } })
        const { bookingsOfItem: before } = await library.read(tenant, { bookingsOfItem: { barcode: "c1" as never } })
        const at = noon + lentOn * day
        const answer = await desk.checkOut({ item: "c1", card, at, key: key() })
        const others = before.filter(({ readerId }) => readerId !== reader?.reader.readerId)
        const inside = others.some(({ booking }) => booking.blockedFrom <= at && at <= booking.blockedUntil)
        expect(answer.ok).toBe(!inside)
        if (answer.ok) {
          const dueAt = receiptOf(answer).dueAt
          for (const { booking } of others)
            expect(booking.blockedUntil < at || dueAt < booking.blockedFrom, JSON.stringify(booking)).toBe(true)
        }
        expect(await library.check(tenant)).toEqual([])
        await library.close()
      }
    ),
    { numRuns: 40 }
  )
})
