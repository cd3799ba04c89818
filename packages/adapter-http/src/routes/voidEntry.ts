import { commandRoute } from "./command.ts"

export const voidEntry = commandRoute("voidEntry", {
  path: "/v1/entries/void",
  tag: "circulation",
  summary: "Undo an entry of an account"
})
