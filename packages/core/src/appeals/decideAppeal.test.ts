import { expect, it } from "vitest"
import type { Actor } from "../decision/actor.ts"
import { staffRoles } from "../decision/permission.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const otherDesk = ({ library }: Pick<Awaited<ReturnType<typeof smallLibrary>>, "library">, id: string) => {
  const actor: Actor = { kind: "staff", id, permissions: new Set(staffRoles.manager) }
  return library.at({ tenant, branch: "main", actor, channel: "desk" })
}

it("is not for who raised the charge, though others merged its reader since, twice", async () => {
  const small = await smallLibrary({ debtMax: "unlimited" })
  const { library, desk, key } = small
  const given = { at: noon, reason: "copies" }
  receiptOf(await desk.chargeReader({ card: "ada", kind: "fee", amount: 500, ...given, key: key() }))
  const boss = otherDesk(small, "boss")
  receiptOf(await boss.mergeReaders({ card: "ben", other: "ada", at: noon, key: key() }))
  receiptOf(await boss.mergeReaders({ card: "kim", other: "ben", at: noon, key: key() }))
  const [charge] = (await library.read(tenant, { chargesOfReader: { card: "kim" as never } })).chargesOfReader
  const dispute = { card: "kim", charge: charge?.charge.chargeId ?? "", reason: "not mine", at: noon + day }
  const { appealId } = receiptOf(await boss.appeal({ ...dispute, key: key() }))
  const decision = { appeal: appealId, as: "reversed", reason: "so", at: noon + day } as const
  expect(codesOf(await desk.dryRun.decideAppeal(decision))).toEqual(["AppealNeedsOther"])
  expect(receiptOf(await boss.decideAppeal({ ...decision, key: key() })).balance).toBe(0)
  expect(await library.check(tenant)).toEqual([])
  expect(await library.replay(tenant)).toEqual([])
})

it("that settles a loss ends its loan, and nothing names the loan any more", async () => {
  const small = await smallLibrary({ debtMax: "unlimited", lostPaidEnds: true })
  const { library, desk, key } = small
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  policy.compensations = { books: { basis: { from: [{ from: "recordedPrice" }] }, afterLoss: "add" } }
  policy.rows[0].set.compensation = "books"
  expect((await library.publishPolicy({ tenant, content: policy, at: noon - 1, by: "anna" })).ok).toBe(true)
  await small.title("Book", ["b1"])
  receiptOf(await desk.changeItem({ item: "b1", price: 1000, at: noon, key: key() }))
  receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  const at = noon + 20 * day
  receiptOf(await desk.declareLost({ item: "b1", at, key: key() }))
  const open = (await library.read(tenant, { chargesOfReader: { card: "ada" as never } })).chargesOfReader
  const overdue = open.find(({ charge }) => charge.kind === "overdue")?.charge
  const loss = open.find(({ charge }) => charge.kind === "loss")?.charge.chargeId ?? ""
  if (overdue !== undefined) {
    const { chargeId, outstanding } = overdue
    const paying = { card: "ada", amount: outstanding, method: "cash", charges: [chargeId], at }
    receiptOf(await desk.pay({ ...paying, key: key() }))
  }
  const { appealId } = receiptOf(await desk.appeal({ card: "ada", charge: loss, reason: "stolen", at, key: key() }))
  const decision = { appeal: appealId, as: "reversed", reason: "proved", at } as const
  receiptOf(await otherDesk(small, "boss").decideAppeal({ ...decision, key: key() }))
  expect((await library.scan(tenant, "loan", null, 10)).rows.map(({ state }) => state)).toEqual(["closed"])
  expect((await library.scan(tenant, "chargeLoan", null, 10)).rows).toEqual([])
  expect((await library.scan(tenant, "loanReader", null, 10)).rows).toEqual([])
  expect(await library.check(tenant)).toEqual([])
})

it("is opened within the days that the policy gives, to the instant; later by whoever may lift that", async () => {
  const { desk, screenOf, key } = await smallLibrary({ debtMax: "unlimited", appealWithinDays: 10 })
  const charging = { card: "ada", kind: "fee", amount: 500, reason: "copies", at: noon, key: key() } as const
  const { chargeId } = receiptOf(await desk.chargeReader(charging))
  const dispute = { card: "ada", charge: chargeId, reason: "not mine" }
  expect((await screenOf("ada").dryRun.appeal({ ...dispute, at: noon + 10 * day })).ok).toBe(true)
  const late = { ...dispute, at: noon + 10 * day + 1 }
  expect(codesOf(await screenOf("ada").dryRun.appeal(late))).toEqual(["AppealTooLate"])
  receiptOf(await desk.appeal({ ...late, override: { reason: "was abroad" }, key: key() }))
})
