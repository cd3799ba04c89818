import type { ReaderLinkFacts } from "../../decision/facts.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import { sets } from "../blocks/factsNeeded.ts"
import { holds } from "./model.ts"

interface Links {
  /** Who stands for the reader; not asked for: nobody. */
  readonly of?: ReadonlyArray<ReaderLinkFacts> | undefined
  /** For whom the reader stands. */
  readonly to?: ReadonlyArray<ReaderLinkFacts> | undefined
}

/** Which links a policy looks at. */
export const linksNeeded = (policy: CompiledPolicy | null): { readonly of: boolean; readonly to: boolean } => ({
  of: sets(policy, "guarantorDebtMax"),
  to: sets(policy, "guaranteesDebtMax")
})

/** Debts that count because of somebody else; `null`: not asked for. */
export interface LinkedDebts {
  /** What the guarantor with the most debts owes. */
  readonly guarantorDebt: number | null
  /** What all those together owe for whom the reader is guarantor. */
  readonly guaranteesDebt: number | null
}

/** Of links as guarantor that hold at this instant. */
export const linkedDebts = ({ of, to }: Links, at: number): LinkedDebts => ({
  guarantorDebt: of === undefined ? null : debts(of, at).reduce((most, debt) => Math.max(most, debt), 0),
  guaranteesDebt: to === undefined ? null : debts(to, at).reduce((sum, debt) => sum + debt, 0)
})

const debts = (links: ReadonlyArray<ReaderLinkFacts>, at: number): ReadonlyArray<number> =>
  links.filter(({ link }) => link.kind === "guarantor" && holds(link, at)).map(({ account }) => account.balance)
