import { commandRoute } from "./command.ts"

const claimReturned = commandRoute("claimReturned", {
  path: "/v1/items/:item/claims",
  tag: "circulation",
  summary: "Note that a reader says to have brought an item back"
})

const recordSearch = commandRoute("recordSearch", {
  path: "/v1/items/:item/claims/searches",
  tag: "circulation",
  summary: "Record where an item that was claimed returned was looked for"
})

const settleClaim = commandRoute("settleClaim", {
  path: "/v1/items/:item/claims/settle",
  tag: "circulation",
  summary: "Say what came of the search for an item that was claimed returned"
})

const declareLost = commandRoute("declareLost", {
  path: "/v1/items/:item/losses",
  tag: "circulation",
  summary: "Report an item on loan as lost, and charge it"
})

const ageToLost = commandRoute("ageToLost", {
  path: "/v1/items/:item/age-to-lost",
  tag: "circulation",
  summary: "Count a loan as lost that is overdue for long enough"
})

const chargeIncident = commandRoute("chargeIncident", {
  path: "/v1/incidents/:incident/charge",
  tag: "circulation",
  summary: "Charge a loss that was reported, or charge it anew"
})

const billIncident = commandRoute("billIncident", {
  path: "/v1/incidents/:incident/bill",
  tag: "circulation",
  summary: "Charge a loss whose time has come"
})

const setActualCost = commandRoute("setActualCost", {
  path: "/v1/incidents/:incident/actual-cost",
  tag: "circulation",
  summary: "Enter what a loss really costs"
})

const agreeReplacement = commandRoute("agreeReplacement", {
  path: "/v1/incidents/:incident/replacement",
  tag: "circulation",
  summary: "Agree that a copy is brought in place of a lost one"
})

const replaceItem = commandRoute("replaceItem", {
  path: "/v1/items/:item/replace",
  tag: "circulation",
  summary: "Take the copy that was brought in place of a lost one"
})

const markReplacementBought = commandRoute("markReplacementBought", {
  path: "/v1/incidents/:incident/replacement-bought",
  tag: "circulation",
  summary: "Note that the library bought another copy of what was lost"
})

const forgetLoss = commandRoute("forgetLoss", {
  path: "/v1/incidents/:incident/forget",
  tag: "circulation",
  summary: "Cut what names the loss of a charge that nothing can be given back of any more"
})

/** Lost items: reported, searched for, charged, replaced. */
export const losses = [
  claimReturned,
  recordSearch,
  settleClaim,
  declareLost,
  ageToLost,
  chargeIncident,
  billIncident,
  setActualCost,
  agreeReplacement,
  replaceItem,
  markReplacementBought,
  forgetLoss
]
