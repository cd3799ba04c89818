import { commandRoute } from "./command.ts"

export const linkReaders = commandRoute("linkReaders", {
  path: "/v1/readers/:card/links",
  tag: "readers",
  summary: "Let another reader stand for this one, as guarantor or proxy"
})

export const unlinkReaders = commandRoute("unlinkReaders", {
  path: "/v1/links/:link/end",
  tag: "readers",
  summary: "Another reader stands for this one no longer"
})
