import { commandRoute } from "./command.ts"

export const noteCondition = commandRoute("noteCondition", {
  path: "/v1/items/:item/conditions",
  tag: "circulation",
  summary: "Note what is on a copy when it is lent or comes back"
})

export const inspect = commandRoute("inspect", {
  path: "/v1/items/:item/inspections",
  tag: "circulation",
  summary: "Look a copy over, and charge what is worse than before; also as it is taken back"
})

export const dismissIncident = commandRoute("dismissIncident", {
  path: "/v1/incidents/:incident/dismiss",
  tag: "circulation",
  summary: "Let nothing come of an incident that was not charged"
})

export const sendToRepair = commandRoute("sendToRepair", {
  path: "/v1/items/:item/repair",
  tag: "circulation",
  summary: "Give a copy to the bindery or workshop"
})

export const repaired = commandRoute("repaired", {
  path: "/v1/items/:item/repaired",
  tag: "circulation",
  summary: "Take a copy back from repair"
})

export const withdrawItem = commandRoute("withdrawItem", {
  path: "/v1/items/:item/withdraw",
  tag: "catalogue",
  summary: "Take a copy out of the collection for good"
})

export const reportMissing = commandRoute("reportMissing", {
  path: "/v1/items/:item/missing",
  tag: "circulation",
  summary: "Report a copy that is not where it should be, or was stolen, and that nobody has on loan"
})
