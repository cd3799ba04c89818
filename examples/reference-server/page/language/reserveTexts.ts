import type { ProxyTexts } from "./texts.ts"

/** What the page says where something is reserved. */
export interface ReserveTexts extends ProxyTexts {
  readonly where: (branch: string) => string
  readonly more: string
  readonly moreOne: (title: string) => string
  readonly pickupBranch: string
  readonly nowhere: string
  /** Branches that are not offered. */
  readonly elsewhere: (count: number) => string
  readonly notThere: (branch: string, why: string) => string
  readonly wouldNot: string
  readonly volume: string
  readonly anyVolume: string
  readonly itemType: string
  readonly anyItemType: string
  readonly item: string
  readonly anyItem: string
  readonly kind: string
  readonly kinds: Readonly<Record<"" | "page" | "wait" | "recall", string>>
  readonly copies: string
  readonly copiesHelp: string
  readonly copiesWrong: string
  readonly from: string
  readonly fromHelp: string
  readonly until: string
  readonly untilHelp: string
  readonly submit: string
  readonly several: (title: string, copies: number) => string
}
