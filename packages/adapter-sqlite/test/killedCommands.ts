import type { Desk } from "@openshelf/core"
import { at } from "./desk.ts"

const loan = { item: "b0", card: "ada", at } as const
const damage = {
  item: "b0",
  takeBack: {},
  damages: [{ kind: "stain", grade: "light" }],
  becomes: "inRepair",
  charge: true,
  at: at + 86_400_000
} as const

/** Commands that a process is killed in, each under one key, and the table that has one more row for it. */
export const killedCommands = {
  checkOut: {
    table: "loan",
    dryRun: (desk: Desk) => desk.dryRun.checkOut(loan),
    give: (desk: Desk) => desk.checkOut({ ...loan, key: "the command" })
  },
  inspect: {
    table: "incident",
    dryRun: (desk: Desk) => desk.dryRun.inspect(damage),
    give: (desk: Desk) => desk.inspect({ ...damage, key: "the command" })
  }
} as const
