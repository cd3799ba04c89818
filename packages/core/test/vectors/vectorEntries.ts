import { existsSync, readFileSync } from "node:fs"
import { describe, it } from "vitest"

/** A fact that another system's own tests assert: what is given, and what it expects of it. */
export interface VectorEntry {
  readonly id: string
  readonly topic: string
  // biome-ignore lint/suspicious/noExplicitAny: each topic has a form of its own, read by its own test
  readonly given: any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly expect: any
  readonly note?: string
  readonly quirk?: string
}

const folder = `${process.env.OPENSHELF_SHARED ?? new URL("../../../../../shared", import.meta.url).pathname}/vectors`

/** All entries, those of Koha first; none where the folder of facts is not there. */
export const vectorEntries: ReadonlyArray<VectorEntry> = ["koha", "peers"].flatMap((name) => {
  const file = `${folder}/${name}.json`
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ReadonlyArray<VectorEntry>) : []
})

/** Why the facts are not tried here, for the title of a skipped test; `null`: they are. */
export const withoutVectors =
  vectorEntries.length > 0 ? null : "skipped: the facts of other systems (shared/vectors) are not here"

/**
 * One test for every entry of the topics. Entries in `differently` (id → why) are answered differently on purpose: the
 * check must fail for them, so that a reason that no longer holds is found.
 */
export const describeVectors = (
  topics: ReadonlyArray<string>,
  differently: Readonly<Record<string, string>>,
  check: (entry: VectorEntry) => void | Promise<void>
): void => {
  describe.each(topics)("facts of other systems: %s", (topic) => {
    const entries = vectorEntries.filter((entry) => entry.topic === topic)
    if (withoutVectors !== null) it.skip(withoutVectors, () => {})
    for (const entry of entries) {
      const why = differently[entry.id]
      if (why === undefined) it(entry.id, () => check(entry))
      else it.fails(`${entry.id}, answered differently: ${why}`, () => check(entry))
    }
  })
}
