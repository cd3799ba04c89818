import { expect, it } from "vitest"
import { noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A library that lists why reservations are cancelled, and one of `ada`. */
const listing = async () => {
  const small = await smallLibrary({ reservableOnShelf: true })
  const { library, desk, key, title } = small
  const { rows } = await library.scan(tenant, "document", null, 9)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "{}")
  const content = { ...policy, cancellationReasons: { bought: { name: { en: "Bought" } }, mistake: {} } }
  expect(await library.publishPolicy({ tenant, content, at: noon - 1, by: "anna" })).toMatchObject({ ok: true })
  const titleId = await title("Emma", ["e1"])
  const { reservationId } = receiptOf(await desk.reserve({ title: titleId, card: "ada", at: noon, key: key() }))
  return { ...small, given: () => ({ reservation: reservationId, at: noon, key: key() }) }
}

it("asks staff for one of the reasons that the policy lists", async () => {
  const { library, desk, given } = await listing()
  for (const reason of ["", "no idea", "toString"])
    expect(await desk.cancelReservation({ ...given(), reason })).toMatchObject({
      refusals: [{ _tag: "ReasonNotListed", reason, reasons: ["bought", "mistake"] }]
    })
  receiptOf(await desk.cancelReservation({ ...given(), reason: "bought" }))
  expect(await library.check(tenant)).toEqual([])
})

it("lets readers cancel without a reason, but for none that is not listed", async () => {
  const { screenOf, given } = await listing()
  const screen = screenOf("ada")
  const refused = await screen.cancelReservation({ ...given(), reason: "no idea" })
  expect(refused).toMatchObject({ refusals: [{ _tag: "ReasonNotListed" }] })
  receiptOf(await screen.cancelReservation(given()))
})
