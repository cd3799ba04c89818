import type { RoutingName } from "./routing.ts"

interface Words {
  /** If so, */
  readonly when: string
  /** then there. */
  readonly goes: string
}

/** The table of routes in words, for people: when each row holds, and where the copy goes then. */
export const routingWords: Readonly<Record<RoutingName, Words>> = {
  withdrawnElsewhere: {
    when: "it is withdrawn, and the way is open to another branch that `withdrawnBranch` names",
    goes: "to that branch; it is not followed"
  },
  withdrawnHere: { when: "it is withdrawn", goes: "stays, out of the collection" },
  repairElsewhere: {
    when: "it needs repair, and the way is open to another branch that `repairBranch` names",
    goes: "to that branch"
  },
  repairHere: { when: "it needs repair", goes: "stays, out of use" },
  processingElsewhere: {
    when: "it is to be made ready, and the way is open to another branch that `processingBranch` names",
    goes: "to that branch"
  },
  processingHere: { when: "it is to be made ready", goes: "stays, not on the shelf yet" },
  reservedHere: { when: "somebody waits for it who fetches it here", goes: "to the pickup shelf here" },
  reservedElsewhere: { when: "somebody waits for it who fetches it at another branch", goes: "to that branch" },
  bookedHere: {
    when: "somebody has booked it who fetches it here, and the lead days have begun",
    goes: "stays here, for that reader"
  },
  bookedElsewhere: {
    when: "somebody has booked it who fetches it at another branch, the lead days have begun, and the way is open",
    goes: "to that branch"
  },
  sentElsewhere: {
    when: "staff sent it to another branch, where it has not come yet or stood until now, and the way is open",
    goes: "on to that branch"
  },
  planned: { when: "it is planned to go to another branch, and the way is open", goes: "to that branch" },
  home: { when: "it is at its home branch", goes: "onto its shelf" },
  sentHere: { when: "staff sent it here, and it was not lent since it came", goes: "onto a shelf here" },
  floats: {
    when: "`floating` lets it stay wherever it is returned, or within its library or group of branches",
    goes: "onto a shelf here"
  },
  homeClosed: { when: "its home branch is in the calendar no more", goes: "stays here" },
  transferForbidden: { when: "`transfers` forbids the way home", goes: "stays here" },
  awayFromHome: { when: "it is at any other branch", goes: "to its home branch" }
}
