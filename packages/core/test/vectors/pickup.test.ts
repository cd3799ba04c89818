import { expect } from "vitest"
import { branchSystem, lengthOf } from "./branchSystem.ts"
import { describeVectors } from "./vectorEntries.ts"

const closedDays: Readonly<Record<string, string>> = { "end-of-previous-open-day": "previousOpenDay" }
const unitMs: Readonly<Record<string, number>> = { minutes: 60_000, days: 86_400_000, weeks: 7 * 86_400_000 }
const second = (instant: number): number => Math.floor(instant / 1_000)

/** Until when a copy waits on the pickup shelf. */
describeVectors(["hold-shelf-expiry"], {}, async ({ given, expect: wanted }) => {
  const at = Date.parse(given.shelvedAt)
  const { amount, unit } = given.shelfPeriod
  const lastDay = new Date(at + amount * (unitMs[unit] ?? 0)).toISOString().slice(0, 10)
  const { give, reserve } = await branchSystem({
    at,
    zone: given.timeZone,
    closed: given.expiryDayClosed === true ? [lastDay] : [],
    set: {
      pickupPeriod: lengthOf(given.shelfPeriod),
      ...(given.closedDayStrategy === undefined ? {} : { pickupClosedDays: closedDays[given.closedDayStrategy] })
    }
  })
  await reserve("ada")
  const { setAside } = await give("returnItem", { item: "b1" })
  expect(second(setAside?.shelfUntil ?? 0)).toBe(second(Date.parse(wanted.expiresAt)))
})
