import { describe, expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import type { Library } from "../openLibrary.ts"
import { rotateCollections } from "./rotateCollections.ts"

/** Large print goes round: ten days at main, ten at the far branch. */
const goingRound = async () => {
  const small = await smallLibrary()
  const { library, desk, key, title } = small
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "{}")
  const rotations = [{ collection: "large print", branches: ["main", "far"], days: 10, from: "2026-03-02" }]
  const content = { ...policy, transfers: { kept: true }, rotations }
  const published = await library.publishPolicy({ tenant, content, at: noon - 1, by: "anna" })
  expect(published.ok).toBe(true)
  await title("Large", ["l1", "l2", "o1"])
  for (const item of ["l1", "l2"])
    receiptOf(await desk.changeItem({ item, collection: "large print", at: noon, key: key() }))
  const rotate = (days: number) => rotateCollections(library, { tenant, at: noon + days * day })
  return { ...small, rotate }
}

it("takes along the status that a copy has when it sets out, not the one it had when that was planned", async () => {
  const { library, desk, far, key } = await goingRound()
  const given = () => ({ at: noon, key: key() })
  receiptOf(await desk.changeItem({ item: "l1", status: "inProcess", ...given() }))
  receiptOf(await desk.send({ item: "l1", to: "far", plan: true, ...given() }))
  expect((await library.scan(tenant, "transit", null, 9)).rows).toMatchObject([{ state: "planned", thenStatus: null }])
  receiptOf(await desk.changeItem({ item: "l1", status: "available", ...given() }))
  expect(receiptOf(await desk.returnItem({ item: "l1", ...given() })).route).toBe("planned")
  receiptOf(await far.arrive({ item: "l1", ...given() }))
  const [row] = (await library.scan(tenant, "transit", null, 9)).rows
  expect(row).toMatchObject({ state: "arrived", thenStatus: "available" })
  expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
})

describe("collections that go round", () => {
  it("move to the next branch on its day, once; what is lent comes there by itself, what stands is planned to be sent", async () => {
    const { library, desk, key, rotate, far } = await goingRound()
    receiptOf(await desk.checkOut({ item: "l2", card: "ada", at: noon, key: key() }))
    expect(await rotate(9)).toEqual({ moved: 0, planned: 0, failed: [] })
    expect(await rotate(10)).toEqual({ moved: 2, planned: 1, failed: [] })
    expect(await rotate(10)).toEqual({ moved: 0, planned: 0, failed: [] })
    const scanned = receiptOf(await desk.returnItem({ item: "l1", at: noon + 11 * day, key: key() }))
    expect(scanned).toMatchObject({ route: "planned", transit: { toBranch: "far", reason: "rotation" } })
    const lent = receiptOf(await desk.returnItem({ item: "l2", at: noon + 11 * day, key: key() }))
    expect(lent).toMatchObject({ route: "awayFromHome", transit: { toBranch: "far", reason: "home" } })
    for (const item of ["l1", "l2"])
      expect(receiptOf(await far.arrive({ item, at: noon + 12 * day, key: key() })).route).toBe("home")
    expect(await rotate(20)).toEqual({ moved: 2, planned: 2, failed: [] })
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("are planned to be sent by the next run where the last one ended between moving and planning", async () => {
    const { library, desk, key, far } = await goingRound()
    receiptOf(await desk.changeItem({ item: "l2", status: "restricted", at: noon, key: key() }))
    const dying: Library = {
      ...library,
      at: (place) => ({
        ...library.at(place),
        send: () => {
          throw { _tag: "Busy" }
        }
      })
    }
    const at = noon + 10 * day
    const failed = ["l1", "l2"].map((barcode) => ({ barcode, because: "Busy" }))
    expect(await rotateCollections(dying, { tenant, at })).toEqual({ moved: 2, planned: 0, failed })
    expect(await rotateCollections(library, { tenant, at })).toEqual({ moved: 0, planned: 2, failed: [] })
    expect(await rotateCollections(library, { tenant, at })).toEqual({ moved: 0, planned: 0, failed: [] })
    expect(await rotateCollections(library, { tenant, at: at + day })).toEqual({ moved: 0, planned: 0, failed: [] })
    for (const item of ["l1", "l2"]) {
      receiptOf(await desk.returnItem({ item, at: at + day, key: key() }))
      expect(receiptOf(await far.arrive({ item, at: at + 2 * day, key: key() })).route).toBe("home")
    }
    expect(await rotateCollections(library, { tenant, at: at + 2 * day })).toEqual({ moved: 0, planned: 0, failed: [] })
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })
})
