import { commandRoute } from "./command.ts"

export const pickUp = commandRoute("pickUp", {
  path: "/v1/pick-ups",
  tag: "circulation",
  summary: "Lend the copy that stands on the pickup shelf for a reader"
})
