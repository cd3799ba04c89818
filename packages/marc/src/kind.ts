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

/**
 * The kind by the leader. Leaders are wrong at times: a MARC 21 record with a title statement (245), which neither
 * authorities nor holdings have, and any record with a title whose leader says nothing at all, is bibliographic.
 */
export const kindOf = (record: MarcRecord): RecordKind => {
  const type = record.leader.charAt(6)
  const listed = kinds[record.dialect].find(([types]) => types.includes(type))?.[1]
  const silent = !/[a-z]/.test(type)
  if (listed === "bibliographic" || (listed === undefined && !silent)) return listed ?? "other"
  const titled = record.fields.some(({ tag }) => tag === titleTags[record.dialect])
  if (titled && (silent || record.dialect === "marc21")) return "bibliographic"
  return listed ?? "other"
}

/** In UNIMARC 200 is a title in bibliographic records, a name in authorities. */
const titleTags: Readonly<Record<Dialect, string>> = { marc21: "245", unimarc: "200" }
