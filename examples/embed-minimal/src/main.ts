import { sqliteStorage } from "@openshelf/adapter-sqlite"
import { type Actor, openLibrary, staffRoles } from "@openshelf/core"
import { calendar, policy } from "./rules.ts"

const library = await openLibrary({ storage: sqliteStorage({ file: ":memory:" }) })
const at = Date.now()
await library.openTenant({ tenant: "town", name: "Town library", policy, calendar, at })

const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }
const desk = library.at({ tenant: "town", branch: "main", actor: anna, channel: "desk" })

const added = await desk.addTitle({ description: { title: "Middlemarch" }, key: "title-1", at })
if (!added.ok) throw new Error("the title was not added")
await desk.addItem({ title: added.receipt.titleId, barcode: "1001", type: "book", key: "item-1", at })
await desk.registerReader({ card: "7001", name: "Ada", category: "adult", key: "reader-1", at })

const lent = await desk.checkOut({ item: "1001", card: "7001", key: "loan-1", at })
if (lent.ok) console.log("due", new Date(lent.receipt.dueAt).toISOString(), "by", lent.receipt.trace.policyRows)

const again = await desk.checkOut({ item: "1001", card: "7001", key: "loan-2", at })
if (!again.ok && "refusals" in again)
  console.log(
    "refused:",
    again.refusals.map(({ _tag }) => _tag)
  )

const back = await desk.returnItem({ item: "1001", key: "return-1", at })
if (back.ok) console.log("returned; charge:", back.receipt.charge)

console.log("broken invariants:", (await library.check("town")).length)
await library.close()
