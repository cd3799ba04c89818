import { commandRoute } from "./command.ts"

export const changeReader = commandRoute("changeReader", {
  method: "PATCH",
  path: "/v1/readers/:card",
  tag: "readers",
  summary: "Change what is known of a reader, add or take back a card"
})
