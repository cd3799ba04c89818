import { type Held, lessHeld, nothingHeld } from "../../appeals/held.ts"
import type { Consultation } from "../../decision/consult.ts"
import type { Place } from "../../decision/draft.ts"
import type { ReaderFacts } from "../../decision/facts.ts"
import type { Refusal } from "../../decision/refusal.ts"
import { readerMayBorrow } from "../standing.ts"
import { type Counted, conditionsAgainst } from "./conditions.ts"
import type { BlockAction, ReaderBlockRow } from "./model.ts"
import { blocksAgainst } from "./placed.ts"
import { rulesAgainst } from "./rules.ts"

/** All that may stand in a reader's way, as it was found. */
export interface Standing extends Counted {
  readonly blocks: ReadonlyArray<ReaderBlockRow>
  /** What is owed of disputed charges; without it, it was not asked for. */
  readonly held?: Held
}

export const clearStanding: Standing = {
  loansOut: null,
  overdue: [],
  blocks: [],
  compensationDebt: null,
  guarantorDebt: null,
  guaranteesDebt: null
}

/** Membership, debts, what blocks by itself and what was set by hand: everything that stands in the way of one action. */
export const readerMay = (
  action: BlockAction,
  { reader, account: whole }: Pick<ReaderFacts, "reader" | "account">,
  found: Standing,
  { at, asked, place }: { readonly at: number; readonly asked: Consultation; readonly place: Place }
): ReadonlyArray<Refusal> => {
  const account = lessHeld(whole, found.held ?? nothingHeld, asked)
  const standing = account === whole ? found : withoutHeld(found)
  return [
    ...readerMayBorrow({ reader, account }, at, asked, action),
    ...conditionsAgainst(action, standing, at, asked),
    ...rulesAgainst(action, { ...standing, debt: account.balance }, at, asked),
    ...blocksAgainst(standing.blocks, {
      action,
      at,
      atHome: asked.settings.context.readerHome === "same",
      showsNotes: place.actor.kind !== "reader" && place.channel === "desk"
    })
  ]
}

const withoutHeld = (found: Standing): Standing =>
  found.compensationDebt === null
    ? found
    : { ...found, compensationDebt: found.compensationDebt - (found.held ?? nothingHeld).compensation }
