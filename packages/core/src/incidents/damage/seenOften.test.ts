import { expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"

const stain = (grade: string) => [{ kind: "stain", grade }]

it("an item's condition is recorded as it is lent, as it comes back and in a sampling, with who looked and a photograph", async () => {
  const { library, desk, title, key } = await smallLibrary()
  await title("Book", ["b1"])
  const photo = "https://photos.example/b1.jpg"
  const lent = { item: "b1", occasion: "lent", damages: stain("light"), note: "on the cover", photo, at: noon } as const
  receiptOf(await desk.noteCondition({ ...lent, key: key() }))
  receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  const back = { item: "b1", takeBack: {}, damages: stain("light"), charge: false, at: noon + day }
  const returned = receiptOf(await desk.inspect({ ...back, key: key() }))
  expect([returned.incidentId, returned.worse]).toEqual([null, { damages: [], parts: [] }])
  const sampled = {
    item: "b1",
    noticedAt: "sampling",
    parts: [{ part: "map" }],
    charge: false,
    at: noon + 9 * day
  } as const
  expect(receiptOf(await desk.inspect({ ...sampled, key: key() }))).toMatchObject({ bearer: "library" })
  const seen = (await library.scan(tenant, "condition", null, 10)).rows
  expect(seen.map(({ occasion, actor, photo, note }) => [occasion, actor, photo, note])).toEqual([
    ["lent", "staff:anna", photo, "on the cover"],
    ["returned", "staff:anna", "", ""],
    ["inspected", "staff:anna", "", ""]
  ])
  const [incident] = (await library.scan(tenant, "incident", null, 10)).rows
  expect(incident).toMatchObject({ noticedAt: "sampling", loanId: null, state: "reported" })
  expect(await library.check(tenant)).toEqual([])
})
