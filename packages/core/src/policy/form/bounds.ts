/** Bounds of a document, far above what libraries write, so that no upload can fill the memory. */
export const bounds = {
  /** Characters of a policy's text. */
  text: 4_194_304,
  /** Lists and objects inside each other. */
  depth: 16,
  /** Names and values in the whole document; in a text, its brackets, commas and colons count too. */
  parts: 1_000_000,
  /** Problems reported at once. */
  problems: 1_000,
  rows: 10_000,
  /** Rows, with a row counted once for every mix of tree levels that its lists name. */
  rankedRows: 20_000,
  /** Declared codes of one kind, and codes that rows name of one criterion. */
  codes: 4_096,
  treeDepth: 8,
  limits: 64,
  reasons: 200,
  partners: 1_000,
  compensations: 64,
  rates: 10_000
} as const
