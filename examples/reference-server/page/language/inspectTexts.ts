import type { RefusalOf } from "../api/model.ts"

/** What a page says of an item that is looked over, and of what damage costs. */
export interface InspectTexts {
  readonly mode: string
  readonly help: string
  readonly found: string
  readonly damage: string
  readonly missing: string
  readonly sound: string
  readonly counted: { readonly perPage: string; readonly perSpot: string }
  readonly pieces: string
  readonly countOf: (kind: string, counted: string) => string
  readonly kind: (code: string) => string
  readonly grade: (code: string) => string
  readonly part: (code: string) => string
  readonly conduct: string
  readonly conducts: {
    readonly accident: string
    readonly onPurpose: string
    readonly theft: string
    readonly noFault: string
  }
  readonly note: string
  readonly photo: string
  readonly charge: string
  readonly lastLoan: string
  readonly becomes: string
  readonly becoming: { readonly stays: string; readonly inRepair: string; readonly withdrawn: string }
  readonly asked: {
    readonly choice: (what: string, min: string, max: string, unit: string) => string
    readonly repairCost: string
    readonly estimate: string
  }
  readonly nothingNew: string
  readonly amount: string
  readonly costs: (amount: string) => string
  readonly suspended: (until: string) => string
  readonly late: (amount: string) => string
  readonly notCharged: string
  readonly how: string
  /** A step of the reckoning by its name, and how its number came about. */
  readonly step: (name: string, how: string) => string
  readonly larger: (a: string, b: string) => string
  readonly smaller: (a: string, b: string) => string
  readonly rounded: (amount: string) => string
  readonly chosenBy: (who: string) => string
  readonly confirm: string
  readonly confirmOnLoan: string
  readonly done: (title: string, amount: string) => string
  readonly doneFree: (title: string) => string
  readonly notDone: (title: string) => string
}

/** Why an amount cannot be told, and where. */
export type CostUntoldText = (refusal: RefusalOf<"CostUntold">) => string
