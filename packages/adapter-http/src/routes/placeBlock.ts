import { commandRoute } from "./command.ts"

export const placeBlock = commandRoute("placeBlock", {
  path: "/v1/readers/:card/blocks",
  tag: "readers",
  summary: "Block a reader by hand"
})
