import type { EntryRow } from "../../accounts/model.ts"
import { compareText } from "../../storage/compareText.ts"
import type { Library } from "../openLibrary.ts"
import { tenantOf } from "../tenantOf.ts"
import { eachRow } from "./eachRow.ts"
import { monthOf, type Period, within } from "./period.ts"

/** What lines of accounts are put together by. */
export type SumBy = "month" | "kind" | "reason" | "branch" | "actor"

export interface Sum<By extends SumBy> {
  readonly by: Readonly<Record<By, string>>
  readonly count: number
  /** What these lines did to what is owed, in minor units. */
  readonly amount: number
}

export interface Sums<By extends SumBy> {
  readonly currency: string
  readonly sums: ReadonlyArray<Sum<By>>
}

export interface SumsAsked<By extends SumBy> extends Period {
  readonly tenant: string
  readonly by: ReadonlyArray<By>
  /** Whose months they are, by IANA name; UTC unless told. */
  readonly zone?: string
  /** Lines that are left out. */
  readonly where?: (entry: EntryRow) => boolean
  /** Another kind for a line than its own. */
  readonly kindOf?: (entry: EntryRow) => string
}

/** All lines of all accounts in the period, in groups, in order of these. Keeps the groups: of reasons there may be many. */
export const sumsOf = async <const By extends SumBy>(
  library: Library,
  { tenant, by, zone = "UTC", where = () => true, kindOf = ({ kind }) => kind, ...period }: SumsAsked<By>
): Promise<Sums<By>> => {
  const { currency } = await tenantOf(library, tenant)
  const month = monthOf(zone)
  const parts: Readonly<Record<SumBy, (entry: EntryRow) => string>> = {
    month: ({ at }) => month(at),
    kind: kindOf,
    reason: ({ reason }) => reason,
    branch: ({ branch }) => branch,
    actor: ({ actor }) => actor
  }
  const groups = new Map<string, { readonly texts: ReadonlyArray<string>; count: number; amount: number }>()
  await eachRow(library, tenant, "entry", (entry) => {
    if (!within(period, entry.at) || !where(entry)) return
    const texts = by.map((name) => parts[name](entry))
    const name = JSON.stringify(texts)
    const group = groups.get(name) ?? { texts, count: 0, amount: 0 }
    group.count += 1
    group.amount += entry.amount
    groups.set(name, group)
  })
  const list = [...groups.values()].sort((left, right) => {
    const nth = left.texts.findIndex((text, at) => text !== right.texts[at])
    return nth < 0 ? 0 : compareText(left.texts[nth] as string, right.texts[nth] as string)
  })
  const named = (texts: ReadonlyArray<string>) =>
    Object.fromEntries(by.map((name, nth) => [name, texts[nth] as string])) as Record<By, string>
  return { currency, sums: list.map(({ texts, count, amount }) => ({ by: named(texts), count, amount })) }
}
