import { describe, expect, it } from "vitest"
import { itemArchive } from "../../library/archive/index.ts"
import { placeAt, rankOfNone } from "../../reservations/place.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"

const scene = async (set: object = {}) => {
  const small = await smallLibrary({ debtMax: "unlimited", reservableOnShelf: true, ...set })
  const titleId = await small.title("Emma", ["b1", "b2"])
  const state = async (barcode = "b1") => {
    const { item } = await small.library.read(tenant, { item: { barcode: barcode as never } })
    const incidents = (await small.library.scan(tenant, "incident", null, 10)).rows
    return { status: item?.item.status, incidents: incidents.map(({ kind, state, bearer }) => [kind, state, bearer]) }
  }
  const sound = async () => {
    expect(await small.library.check(tenant)).toEqual([])
    expect(await small.library.replay(tenant)).toEqual([])
  }
  return { ...small, titleId, state, sound }
}
const report = { item: "b1", noticedAt: "stocktaking", at: noon } as const

describe("an item that is missing", () => {
  it("opens an incident that no reader answers for, and is out of use until it turns up", async () => {
    const { desk, key, state, sound } = await scene()
    const receipt = receiptOf(await desk.reportMissing({ ...report, key: key() }))
    expect(receipt).toMatchObject({ kind: "missing", bearer: "library", putBackReservationId: null })
    expect(await state()).toEqual({ status: "missing", incidents: [["missing", "reported", "library"]] })
    expect(codesOf(await desk.dryRun.reportMissing(report))).toEqual(["ItemStatusForbids"])
    const incident = receipt.incidentId
    expect(codesOf(await desk.dryRun.chargeIncident({ incident, at: noon }))).toEqual(["IncidentStateForbids"])
    expect(codesOf(await desk.dryRun.setActualCost({ incident, amount: 100, at: noon }))).toEqual([
      "IncidentStateForbids"
    ])
    await sound()
  })

  it("is borne by whom the policy names for where it was not found, or staff do; stolen, it is a theft", async () => {
    const { desk, key, state } = await scene({ borneBy: { transit: "carrier", pickupShelf: "branch" } })
    const found = [
      receiptOf(await desk.reportMissing({ ...report, noticedAt: "transit", key: key() })).bearer,
      receiptOf(await desk.dryRun.reportMissing({ ...report, item: "b2", noticedAt: "pickupShelf" })).bearer,
      receiptOf(await desk.dryRun.reportMissing({ ...report, item: "b2" })).bearer,
      receiptOf(await desk.reportMissing({ ...report, item: "b2", bearer: "nobody", policeReport: "7/26", key: key() }))
        .bearer
    ]
    expect(found).toEqual(["carrier", "branch", "library", "nobody"])
    expect((await state()).incidents).toEqual([
      ["missing", "reported", "carrier"],
      ["theft", "reported", "nobody"]
    ])
  })

  it("from the pickup shelf leaves its reservation waiting in its old place", async () => {
    const { library, desk, titleId, key, sound } = await scene({ reservableOnShelf: true })
    receiptOf(await desk.reserve({ title: titleId, card: "ada", at: noon, key: key() }))
    receiptOf(await desk.returnItem({ item: "b1", at: noon, key: key() }))
    const receipt = receiptOf(await desk.reportMissing({ ...report, noticedAt: "pickupShelf", key: key() }))
    const [reservation] = (await library.scan(tenant, "reservation", null, 10)).rows
    expect(receipt.putBackReservationId).toBe(reservation?.reservationId)
    expect(reservation).toMatchObject({ state: "waiting", place: placeAt(rankOfNone, 1), setAsideItemId: null })
    const scanned = receiptOf(await desk.returnItem({ item: "b1", at: noon + day, key: key() }))
    expect(scanned.setAside).toMatchObject({ reservationId: reservation?.reservationId })
    await sound()
  })

  it.each([
    ["scanned at another branch", "available"],
    ["lent", "onLoan"],
    ["inspected at another branch", "available"],
    ["used in the building of another branch", "available"]
  ])("ends as found when it is %s", async (how, status) => {
    const { library, desk, far, key, state, sound } = await scene()
    const { incidentId } = receiptOf(await desk.reportMissing({ ...report, key: key() }))
    const given = { item: "b1", at: noon + day }
    if (how === "lent") receiptOf(await desk.checkOut({ ...given, card: "ada", key: key() }))
    else if (status === "available" && how.startsWith("scanned")) {
      const { found } = receiptOf(await far.returnItem({ ...given, key: key() }))
      expect(found).toEqual({ incidentId, givenBack: 0, cancelled: 0, handedOver: 0, because: null })
    } else if (how.startsWith("used")) receiptOf(await far.recordUse({ ...given, key: key() }))
    else receiptOf(await far.inspect({ ...given, charge: false, key: key() }))
    const { item } = await library.read(tenant, { item: { barcode: "b1" as never } })
    expect(item?.item.presentBranch).toBe(how.includes("another") ? "far" : "main")
    expect(await state()).toEqual({ status, incidents: [["missing", "found", "library"]] })
    await sound()
  })

  it("ends as found when its status is changed by hand", async () => {
    const { desk, key, state, sound } = await scene()
    receiptOf(await desk.reportMissing({ ...report, key: key() }))
    receiptOf(await desk.changeItem({ item: "b1", price: 100, at: noon, key: key() }))
    expect((await state()).incidents).toEqual([["missing", "reported", "library"]])
    receiptOf(await desk.changeItem({ item: "b1", status: "available", at: noon, key: key() }))
    expect(await state()).toEqual({ status: "available", incidents: [["missing", "found", "library"]] })
    await sound()
  })

  it("damaged in transit, is borne by the same", async () => {
    const { desk } = await scene({ borneBy: { transit: "carrier" } })
    const damages = [{ kind: "cover", grade: "torn" }]
    const given = { item: "b1", damages, charge: false, at: noon }
    expect(receiptOf(await desk.dryRun.inspect({ ...given, noticedAt: "transit" })).bearer).toBe("carrier")
    expect(receiptOf(await desk.dryRun.inspect({ ...given, noticedAt: "shelf" })).bearer).toBe("library")
  })

  it("is given up as it is withdrawn, and its archive tells", async () => {
    const { library, desk, key, state, sound } = await scene()
    receiptOf(await desk.reportMissing({ ...report, note: "not at A/12", key: key() }))
    receiptOf(await desk.withdrawItem({ item: "b1", reason: "not found for a year", at: noon + day, key: key() }))
    expect(await state()).toEqual({ status: "withdrawn", incidents: [["missing", "settled", "library"]] })
    const archive = await itemArchive(library, { tenant, barcode: "b1" as never })
    expect(JSON.stringify(archive)).toContain("stocktaking")
    await sound()
  })

  it("is refused while it is on loan, in repair or withdrawn, and where it is not known", async () => {
    const { desk, key } = await scene()
    receiptOf(await desk.reportMissing({ ...report, key: key() }))
    expect(codesOf(await desk.dryRun.sendToRepair({ item: "b1", at: noon }))).toEqual(["ItemStatusForbids"])
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    expect(codesOf(await desk.dryRun.reportMissing(report))).toEqual(["ItemOnLoan"])
    receiptOf(await desk.sendToRepair({ item: "b2", at: noon, key: key() }))
    expect(codesOf(await desk.dryRun.reportMissing({ ...report, item: "b2" }))).toEqual(["ItemStatusForbids"])
    receiptOf(await desk.withdrawItem({ item: "b2", reason: "worn", at: noon, key: key() }))
    expect(codesOf(await desk.dryRun.reportMissing({ ...report, item: "b2" }))).toEqual(["ItemWithdrawn"])
    expect(codesOf(await desk.dryRun.reportMissing({ ...report, item: "none" }))).toEqual(["ItemUnknown"])
  })
})
