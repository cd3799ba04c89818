import type { settings } from "./settings.ts"

type Settings = typeof settings
type MoneySetting = {
  [N in keyof Settings]: Settings[N]["unit"] extends "money" ? N : never
}[keyof Settings]

/** By name alone, so that who decides by a policy need not carry the forms of its settings. */
const moneySettings: Readonly<Record<MoneySetting, true>> = {
  betweenLibrariesFee: true,
  cardFee: true,
  compensationDebtMax: true,
  creditMax: true,
  debtMax: true,
  deposit: true,
  guaranteesDebtMax: true,
  guarantorDebtMax: true,
  lostCardFee: true,
  membershipFee: true,
  overdueCap: true,
  overdueCapPerReader: true,
  overdueCapPerVisit: true,
  recallFee: true,
  reservationFee: true,
  smallBalanceForgiven: true,
  waiverMax: true
}

/** Whether a setting is a sum of money: major units in the document, minor units resolved. */
export const isMoneySetting = (name: string): boolean => Object.hasOwn(moneySettings, name)
