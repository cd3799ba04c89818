import { commandRoute } from "./command.ts"

export const setHistoryConsent = commandRoute("setHistoryConsent", {
  path: "/v1/readers/:card/history-consent",
  tag: "readers",
  summary: "Keep, or no longer keep, what the reader has borrowed"
})

export const mergeReaders = commandRoute("mergeReaders", {
  path: "/v1/readers/:card/merge",
  tag: "readers",
  summary: "Make two records of one reader one"
})

export const eraseReader = commandRoute("eraseReader", {
  path: "/v1/readers/:card/erase",
  tag: "readers",
  summary: "Erase what is kept of a person"
})
