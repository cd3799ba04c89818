import { type Answer, type Desk, type Library, openLibrary, staffRoles } from "@openshelf/core"
import { relayBetweenTenants } from "@openshelf/core/interlending"
import { layerMemory } from "@openshelf/core/memory"
import { calendar, policy } from "./rules.ts"

const at = Date.parse("2026-03-02T12:00:00Z")

/** Hill lends town a book: asked for, sent, lent on to a reader of town, and back again. What each side then says of it. */
export const aLoanBetweenSystems = async (): Promise<ReadonlyArray<string>> => {
  const library: Library = await openLibrary({ storage: layerMemory })
  const town = await systemOf(library, "town")
  const hill = await systemOf(library, "hill")
  // Town is a reader of hill.
  done(await hill.registerReader({ card: "town", name: "Town library", category: "adult", key: "1", at }))
  done(await hill.quickAdd({ barcode: "h1", title: "Hill walks", type: "book", key: "2", at }))
  done(await town.registerReader({ card: "ada", name: "Ada", category: "adult", key: "1", at }))

  const relay = async (): Promise<void> => {
    const [one, other] = [
      { library, tenant: "town", desk: town },
      { library, tenant: "hill", desk: hill }
    ]
    await relayBetweenTenants(one, other)
    await relayBetweenTenants(other, one)
  }
  const asked = done(await town.requestInterloan({ partner: "hill", title: "Hill walks", key: "2", at }))
  const interloan = asked.interloanId
  await relay()
  done(await hill.lendOut({ interloan, item: "h1", card: "town", key: "3", at }))
  await relay()
  done(await town.borrowIn({ interloan, barcode: "h1", type: "book", key: "3", at }))
  done(await town.checkOut({ item: "h1", card: "ada", key: "4", at }))
  done(await town.returnItem({ item: "h1", key: "5", at }))
  done(await town.sendBack({ interloan, item: "h1", key: "6", at }))
  await relay()
  const midway = await statesOf(library, interloan)
  done(await hill.returnItem({ item: "h1", key: "4", at }))
  done(await hill.completeInterloan({ interloan, item: "h1", key: "5", at }))
  await relay()
  const end = await statesOf(library, interloan)
  await library.close()
  return [midway, end]
}

const systemOf = async (library: Library, tenant: string): Promise<Desk> => {
  // Each knows the other one; what town borrows, hill lends to the reader with this card.
  const partners = { town: { card: "town" }, hill: { name: { en: "Hill library" } } }
  await library.openTenant({ tenant, name: tenant, policy: { ...policy, partners }, calendar, at })
  const actor = { kind: "staff", id: "ann", permissions: new Set<string>(staffRoles.manager) } as const
  return library.at({ tenant, branch: "main", actor, channel: "desk" })
}

const statesOf = async (library: Library, interloanId: string): Promise<string> => {
  const of = async (tenant: string) => {
    const { interloan } = await library.read(tenant, { interloan: { interloanId: interloanId as never } })
    return `${tenant}: ${interloan?.state}`
  }
  return `${await of("town")}, ${await of("hill")}`
}

const done = <R>(answer: Answer<R>): R => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.receipt
}
