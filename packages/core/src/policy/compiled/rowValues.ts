import { minorOf } from "../form/amounts.ts"
import type { PolicyDocument, PolicyRow } from "../form/document.ts"
import { isMoneySetting } from "../form/moneySettings.ts"
import type { SettingForm } from "../form/settings.ts"

/** What a row sets, by name, as it is handed out: sums of money in minor units. */
export const rowValues = ({ set }: PolicyRow, { currency }: PolicyDocument): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(set).map(([name, value]) => [name, resolved(name, value, currency)]))

const resolved = (name: string, value: unknown, currency: string): unknown => {
  if (name === "blocksWhen") return (value as SettingForm<"blocksWhen">).map((rule) => ruleInMinor(rule, currency))
  return isMoneySetting(name) ? money(value, currency) : value
}

/** Of a rule's conditions those about debts are amounts of money, and the only texts. */
const ruleInMinor = (rule: SettingForm<"blocksWhen">[number], currency: string): object => ({
  ...rule,
  all: Object.fromEntries(
    Object.entries(rule.all).map(([part, { over }]) => [
      part,
      { over: typeof over === "string" ? minorOf(over, currency) : over }
    ])
  )
})

const money = (value: unknown, currency: string): unknown =>
  value === "unlimited" ? value : minorOf(String(value), currency)
