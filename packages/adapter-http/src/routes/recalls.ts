import { commandRoute } from "./command.ts"

export const recall = commandRoute("recall", {
  path: "/v1/items/:item/recall",
  tag: "circulation",
  summary: "Ask for a copy back before it is due"
})

export const cancelRecall = commandRoute("cancelRecall", {
  path: "/v1/items/:item/recall/cancel",
  tag: "circulation",
  summary: "Recall a copy no more"
})
