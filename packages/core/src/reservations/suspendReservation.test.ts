import { expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary } from "../testing/smallLibrary.ts"

it("a reservation is not suspended until an instant that has passed, and is told so", async () => {
  const { desk, title, key } = await smallLibrary({ reservableOnShelf: true })
  const titleId = await title("Wanted", ["w1"])
  const at = noon
  const { reservationId } = receiptOf(await desk.reserve({ title: titleId, card: "ada", at, key: key() }))
  const suspended = (until: number) => desk.suspendReservation({ reservation: reservationId, until, at, key: key() })
  for (const until of [noon - day, noon])
    expect(await suspended(until)).toMatchObject({
      refusals: [{ _tag: "SuspensionOver", suspendedUntil: until }]
    })
  expect(receiptOf(await suspended(noon + 1)).suspendedUntil).toBe(noon + 1)
})
