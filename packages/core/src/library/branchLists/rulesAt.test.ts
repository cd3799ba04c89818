import { expect, it } from "vitest"
import type { Instant } from "../../calendar/instant.ts"
import { amendPolicy, openBranch } from "../../testing/amending.ts"
import { day, noon, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { rulesAt } from "./rulesAt.ts"

it("rules are those in force at the instant, each version made ready once", async () => {
  const { library } = await smallLibrary()
  const at = (instant: number) => rulesAt(library, tenant, instant as Instant)
  const first = await at(noon)
  expect(first?.policy.version).toBe(1)
  await amendPolicy(library, { set: { reservable: false } }, noon + day)
  expect((await at(noon))?.policy).toBe(first?.policy)
  const second = await at(noon + day)
  expect(second?.policy.version).toBe(2)
  expect(second?.calendar).toBe(first?.calendar)
  await openBranch(library, "third", noon + 2 * day)
  const third = await at(noon + 2 * day)
  expect(third?.policy).toBe(second?.policy)
  expect(third?.calendar.branch("third")).toBeDefined()
  expect((await at(noon))?.calendar.branch("third")).toBeUndefined()
  expect(await at(noon - 2 * day)).toBeNull()
  await library.close()
})

it("rules of one library are not those of another", async () => {
  const [one, other] = [await smallLibrary(), await smallLibrary({ reservable: false })]
  const ofBase = async ({ library }: typeof one) =>
    (await rulesAt(library, tenant, noon as Instant))?.policy.document.rows[0]?.set.reservable
  expect([await ofBase(one), await ofBase(other), await ofBase(one)]).toEqual([true, false, true])
})
