import type { Dialect, MarcRecord } from "./record.ts"

/** What a record describes: a title, a name or subject, the copies of a title, or something else. */
export type RecordKind = "bibliographic" | "authority" | "holdings" | "other"

/** Leader position 6; what stands in neither list is `other` (classification `w`, community information `q` …). */
const kinds: Readonly<Record<Dialect, ReadonlyArray<readonly [types: string, kind: RecordKind]>>> = {
  marc21: [
    // b, h and n are obsolete, and still in old records.
    ["abcdefghijkmnoprt", "bibliographic"],
    ["z", "authority"],
    ["uvxy", "holdings"]
  ],
  unimarc: [
    ["abcdefghijklmr", "bibliographic"],
    ["xyz", "authority"],
    ["u", "holdings"]
  ]
}

/** Fields in which only a title has its title. */
const titleTags: Readonly<Record<Dialect, string>> = { marc21: "245", unimarc: "200" }

/**
 * The kind by the leader; where the leader says nothing (a blank, a digit, damage), a record with a title field is
 * bibliographic all the same.
 */
export const kindOf = (record: MarcRecord): RecordKind => {
  const type = record.leader.charAt(6)
  const listed = kinds[record.dialect].find(([types]) => types.includes(type))
  if (listed) return listed[1]
  if (/[a-z]/.test(type)) return "other"
  return record.fields.some(({ tag }) => tag === titleTags[record.dialect]) ? "bibliographic" : "other"
}
