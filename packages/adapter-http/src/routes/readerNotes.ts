import { commandRoute } from "./command.ts"

export const addReaderNote = commandRoute("addReaderNote", {
  path: "/v1/readers/:card/notes",
  tag: "readers",
  summary: "Leave a note that the desk sees"
})

export const removeReaderNote = commandRoute("removeReaderNote", {
  path: "/v1/notes/:note/remove",
  tag: "readers",
  summary: "Take a note away"
})
