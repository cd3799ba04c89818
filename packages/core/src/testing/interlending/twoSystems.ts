import type { Layer } from "effect"
import type { Actor } from "../../decision/actor.ts"
import { type CommandName, staffRoles } from "../../decision/permission.ts"
import type { TableName, Tables } from "../../decision/tables.ts"
import type { Answer, Desk } from "../../library/desk.ts"
import type { CommandInput } from "../../library/deskCommands.ts"
import { type Relayed, relayBetweenTenants } from "../../library/interlending/relayBetweenTenants.ts"
import { type Library, openLibrary } from "../../library/openLibrary.ts"
import type { Receipts } from "../../library/receipts.ts"
import { layerMemory } from "../../storage/memory.ts"
import { OutcomeUnknown, type Storage, StorageFault } from "../../storage/port.ts"
import { noon, policyWith, receiptOf, smallCalendar } from "../smallLibrary.ts"

const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }

/** One of two systems: its desk, and ways to give commands that need no key of their own. */
export interface System {
  readonly tenant: string
  readonly desk: Desk
  readonly ask: <N extends CommandName>(name: N, input: Omit<Bare<N>, "at">) => Promise<Answer<Receipts[N]>>
  readonly give: <N extends CommandName>(name: N, input: Omit<Bare<N>, "at">) => Promise<Receipts[N]>
  readonly rows: <T extends TableName>(table: T) => Promise<ReadonlyArray<Tables[T]>>
  readonly interloan: () => Promise<Tables["interloan"] | undefined>
  readonly titleId: string
  /** A reservation of the one title, of which there is a copy that is out. */
  readonly reserve: (card: string) => Promise<string>
}
type Bare<N extends CommandName> = Record<string, unknown> & Partial<CommandInput<N>>

/**
 * Two systems: town, of which ada is a reader and whose copy t1 is out, and hill, with the copies h1 and h2 and a reader "town".
 * `suffix`: of the names of both, where the storage has others.
 */
export const twoSystems = async (storage: Layer.Layer<Storage> = layerMemory, set: object = {}, suffix = "") => {
  const library = await openLibrary({ storage })
  const partners = { [`town${suffix}`]: { card: "town" }, [`hill${suffix}`]: { name: { en: "Hill library" } } }
  const document = { ...policyWith({ debtMax: "unlimited", lossCost: "actual", ...set }, "CNY"), partners }
  const town = await system(library, `town${suffix}`, ["ada", "ben"], ["t1"], document)
  const hill = await system(library, `hill${suffix}`, ["town"], ["h1", "h2"], document)
  await town.give("checkOut", { item: "t1", card: "ben" })
  const end = ({ tenant, desk }: System) => ({ library, tenant, desk })
  return {
    library,
    town,
    hill,
    relay: async (): Promise<readonly [Relayed, Relayed]> => [
      await untilItWorks(() => relayBetweenTenants(end(town), end(hill))),
      await untilItWorks(() => relayBetweenTenants(end(hill), end(town)))
    ],
    states: async () => [(await town.interloan())?.state, (await hill.interloan())?.state],
    /** What is wrong with either; empty: nothing. */
    faults: async () =>
      (
        await Promise.all(
          [town, hill].map(async ({ tenant }) => [await library.check(tenant), await library.replay(tenant)])
        )
      ).flat(2)
  }
}

/** Given again, to the letter, after a fault. */
const untilItWorks = async <A>(give: () => Promise<A>): Promise<A> => {
  try {
    return await give()
  } catch (fault) {
    if (fault instanceof StorageFault || fault instanceof OutcomeUnknown) return untilItWorks(give)
    throw fault
  }
}

const system = async (
  library: Library,
  tenant: string,
  cards: ReadonlyArray<string>,
  items: ReadonlyArray<string>,
  policy: object
): Promise<System> => {
  receiptless(await library.openTenant({ tenant, name: tenant, policy, calendar: smallCalendar, at: noon - 1 }))
  const desk = library.at({ tenant, branch: "main", actor: anna, channel: "desk" })
  let keys = 0
  const ask: System["ask"] = (name, input) => {
    const keyed = { at: noon, ...input, key: `${name} ${keys++}` }
    return untilItWorks<never>(() => desk[name](keyed as never) as Promise<never>)
  }
  const give: System["give"] = async (name, input) => receiptOf(await ask(name, input))
  for (const card of cards) await give("registerReader", { card, name: card, category: "adult" })
  const { titleId } = await give("addTitle", { description: { title: `Walks around ${tenant}` } })
  for (const barcode of items) await give("addItem", { title: titleId, barcode, type: "book" })
  const rows: System["rows"] = async (table) => (await library.scan(tenant, table, null, 100)).rows
  return {
    tenant,
    desk,
    ask,
    give,
    rows,
    titleId,
    interloan: async () => (await rows("interloan"))[0],
    reserve: async (card) => (await give("reserve", { title: titleId, card })).reservationId
  }
}

const receiptless = (published: { readonly ok: boolean }): void => {
  if (!published.ok) throw new Error(JSON.stringify(published))
}
