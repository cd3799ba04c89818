import type { Barcode, ItemRow } from "../../catalogue/model.ts"
import type { ItemUse, Page } from "../../decision/facts.ts"
import { type Condition, conditionOf } from "../../incidents/damage/condition.ts"
import type { ConditionRow, IncidentRow } from "../../incidents/model.ts"
import type { Library } from "../openLibrary.ts"

type Told<Row, Hidden extends keyof Row> = Omit<Row, Hidden>

/** One page of an item's life: what was seen of it, how much it was used, what happened to it, what it cost. No reader is in it. */
export interface ItemArchive {
  readonly item: Told<ItemRow, "version" | "loanId" | "reservationId">
  readonly title: string
  readonly use: ItemUse & { readonly inHouseUses: number }
  /** All that is on it now. */
  readonly condition: Condition
  /** The newest first. */
  readonly conditions: ReadonlyArray<Told<ConditionRow, "itemId" | "damages" | "parts"> & Condition>
  /** The newest first, each with what was charged for it. */
  readonly incidents: ReadonlyArray<Told<IncidentRow, "version" | "itemId" | "loanId" | "found">>
  /** In minor units: its price (`priceCurrency` empty: in the library's own), what repairs cost the library, what readers were charged. */
  readonly costs: {
    readonly price: number | null
    readonly priceCurrency: string
    readonly repairs: number
    readonly charged: number
  }
}

const pageSize = 500

/** `null`: there is no item with this barcode. */
export const itemArchive = async (
  library: Library,
  { tenant, barcode }: { readonly tenant: string; readonly barcode: Barcode }
): Promise<ItemArchive | null> => {
  const found = await library.read(tenant, { item: { barcode }, useOfItem: { barcode }, conditionOfItem: { barcode } })
  if (found.item === null || found.useOfItem === null) return null
  const { version: _, loanId: __, reservationId: ___, ...item } = found.item.item
  const conditions = await all<ConditionRow>(
    async (after) =>
      (await library.read(tenant, { conditionsOfItem: { barcode, after, limit: pageSize } })).conditionsOfItem
  )
  const incidents = await all<IncidentRow>(
    async (after) =>
      (await library.read(tenant, { allIncidentsOfItem: { barcode, after, limit: pageSize } })).allIncidentsOfItem
  )
  return {
    item,
    title: found.item.title.title,
    use: { ...found.useOfItem, inHouseUses: item.inHouseUses },
    condition: conditionOf(found.conditionOfItem),
    conditions: conditions.map(toldCondition),
    incidents: incidents.map(toldIncident),
    costs: {
      price: item.price,
      priceCurrency: item.priceCurrency,
      repairs: conditions.reduce((sum, { cost }) => sum + cost, 0),
      charged: incidents.reduce((sum, { amount }) => sum + amount, 0)
    }
  }
}

const toldCondition = (row: ConditionRow): ItemArchive["conditions"][number] => {
  const { itemId: _, damages: __, parts: ___, ...told } = row
  return { ...told, ...conditionOf(row) }
}

const toldIncident = ({ version: _, itemId: __, loanId: ___, found: ____, ...told }: IncidentRow) => told

const all = async <Row>(pageAfter: (after: string | null) => Promise<Page<Row>>): Promise<ReadonlyArray<Row>> => {
  const rows: Array<Row> = []
  let after: string | null = null
  do {
    const page: Page<Row> = await pageAfter(after)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}
