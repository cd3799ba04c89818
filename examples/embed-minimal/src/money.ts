import { type Answer, Card, type Library, openLibrary, staffRoles } from "@openshelf/core"
import { layerMemory } from "@openshelf/core/memory"
import { documentHtml, drawUpReceipt } from "@openshelf/core/money-documents"
import { cashDeskReport, moneyText } from "@openshelf/core/money-reports"
import { calendar, policy } from "./rules.ts"

const at = Date.parse("2026-03-02T12:00:00Z")
const town = { tenant: "town", branch: "main" } as const

/** A reader pays a fee at a cash desk, which is then counted. What each step said. */
export const aDayAtTheCashDesk = async (): Promise<ReadonlyArray<string>> => {
  const library: Library = await openLibrary({ storage: layerMemory })
  await library.openTenant({ tenant: "town", name: "Town library", policy, calendar, at })
  const actor = { kind: "staff", id: "ann", permissions: new Set<string>(staffRoles.manager) } as const
  const desk = library.at({ ...town, actor, channel: "desk" })
  done(await desk.registerReader({ card: "ada", name: "Ada", category: "adult", key: "1", at }))
  done(await desk.chargeReader({ card: "ada", kind: "fee", amount: 250, reason: "25 copies", key: "2", at }))

  done(await desk.openCashDesk({ cashDesk: "front", float: 5000, key: "3", at }))
  const paid = done(await desk.pay({ card: "ada", amount: 250, method: "cash", cashDesk: "front", key: "4", at }))
  const receipt = await drawUpReceipt(library, {
    ...town,
    card: Card.make("ada"),
    entry: paid.entryId,
    zone: "Europe/Dublin"
  })
  const printed = receipt === null ? "" : documentHtml(receipt, "en")

  const counted = [{ method: "cash", amount: 5230 }]
  const refused = await desk.closeCashDesk({ cashDesk: "front", counted, key: "5", at })
  const closed = done(
    await desk.closeCashDesk({ cashDesk: "front", counted, reason: "20 cents are missing", key: "6", at })
  )
  const { currency, sessions } = await cashDeskReport(library, { tenant: "town" })
  const broken = await library.check("town")
  await library.close()
  return [
    `left to pay: ${paid.balance}`,
    `the receipt says what for: ${printed.includes("25 copies")}`,
    `without a reason: ${"refusals" in refused ? refused.refusals.map(({ _tag }) => _tag).join() : "closed"}`,
    `with one: ${closed.methods.map(({ difference }) => difference).join()}`,
    ...sessions.flatMap(({ session, methods }) =>
      methods.map((one) => `session ${session}: ${one.method} ${moneyText(one.expected, currency)} ${currency}`)
    ),
    `broken invariants: ${broken.length}`
  ]
}

/** The receipt of a command that was carried out. */
const done = <R>(answer: Answer<R>): R => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.receipt
}
