import { commandRoute } from "./command.ts"

export const moveCash = commandRoute("moveCash", {
  path: "/v1/cash-desks/:cashDesk/move",
  tag: "circulation",
  summary: "Put money into a cash desk, or take some out"
})
