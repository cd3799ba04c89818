import { batchRoute } from "./batch.ts"

const each = "each by its own key, each carried out or not by itself"

export const addTitles = batchRoute("addTitle", {
  name: "addTitles",
  path: "/v1/titles/batch",
  tag: "catalogue",
  summary: `Add or bring up to date up to 200 titles, whole records with them; ${each}`
})

export const addItems = batchRoute("addItem", {
  name: "addItems",
  path: "/v1/items/batch",
  tag: "catalogue",
  summary: `Add up to 200 items; ${each}`
})

export const registerReaders = batchRoute("registerReader", {
  name: "registerReaders",
  path: "/v1/readers/batch",
  tag: "readers",
  summary: `Register up to 200 readers; ${each}`
})
