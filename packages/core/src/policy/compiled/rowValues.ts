import { minorOf } from "../form/amounts.ts"
import type { PolicyDocument, PolicyRow } from "../form/document.ts"
import { settings } from "../form/settings.ts"

/** What a row sets, by name, as it is handed out: sums of money in minor units. */
export const rowValues = ({ set }: PolicyRow, { currency }: PolicyDocument): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(set).map(([name, value]) => [name, isMoney(name) ? money(value, currency) : value]))

const isMoney = (name: string): boolean =>
  Object.hasOwn(settings, name) && settings[name as keyof typeof settings].unit === "money"

const money = (value: unknown, currency: string): unknown =>
  value === "unlimited" ? value : minorOf(String(value), currency)
