import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import type { AppealEvent } from "./event.ts"

/** The rows that a fact of an appeal's history changes. The money that a decision moves has facts of its own. */
export const projectAppeal = (event: AppealEvent, { seq: version }: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "AppealOpened": {
      const { appealId, accountId, chargeId, chargedBy, decideUntil, at } = event
      const row = { appealId, version, accountId, chargeId, chargedBy, decideUntil, openedAt: at }
      return [{ op: "insert", table: "appeal", row: { ...row, state: "open", decidedAt: null } }]
    }
    case "AppealMoved": {
      const { appealId: id, accountId, chargeId } = event
      return [{ op: "set", table: "appeal", id, version, set: { accountId, chargeId } }]
    }
    case "AppealDecided": {
      const { appealId: id, as: state, at: decidedAt } = event
      return [{ op: "set", table: "appeal", id, version, set: { state, decidedAt } }]
    }
  }
}
