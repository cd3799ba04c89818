/** What every declared limit may be given a number of. */
export const limitSettingKinds = ["loanCountMax", "reservationCountMax"] as const
export type LimitSetting = (typeof limitSettingKinds)[number]
export type LimitSettingName = `${LimitSetting}.${string}`

/** The settings that say how many a limit admits. */
export const settingsOfLimit = (limit: string): ReadonlyArray<LimitSettingName> =>
  limitSettingKinds.map((kind) => `${kind}.${limit}` as const)
