import { commandRoute } from "./command.ts"

export const liftBlock = commandRoute("liftBlock", {
  path: "/v1/blocks/:block/lift",
  tag: "readers",
  summary: "Lift a block that was set by hand"
})
