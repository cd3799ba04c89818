import { controlValue, dataFields, type MarcRecord, subfieldValue } from "../record.ts"
import type { TitleCarrier, TitleFormat } from "./model.ts"

/** By leader position 6, and for text by position 7. */
const marc21Formats: Readonly<Record<string, TitleFormat>> = {
  c: "score",
  d: "score",
  e: "map",
  f: "map",
  g: "video",
  i: "sound",
  j: "sound",
  k: "image",
  m: "electronic",
  n: "kit",
  o: "kit",
  p: "kit",
  r: "object",
  b: "manuscript",
  t: "manuscript"
}

const unimarcFormats: Readonly<Record<string, TitleFormat>> = {
  b: "manuscript",
  c: "score",
  d: "score",
  e: "map",
  f: "map",
  g: "video",
  i: "sound",
  j: "sound",
  k: "image",
  l: "electronic",
  m: "kit",
  r: "object"
}

/** By leader position 7. What goes on appearing, an integrating resource too, is a serial here. */
const levels: Readonly<Record<string, TitleFormat>> = { a: "article", b: "article", i: "serial", s: "serial" }

export const formatOf = (record: MarcRecord): TitleFormat => {
  const [type, level] = [record.leader.charAt(6), record.leader.charAt(7)]
  const formats = record.dialect === "marc21" ? marc21Formats : unimarcFormats
  const format = formats[type] ?? levels[level] ?? "book"
  return format === "video" && isStill(record) ? "image" : format
}

/** "Projected medium" is film and video, and also slides and transparencies. */
const isStill = (record: MarcRecord): boolean => {
  if (record.dialect === "unimarc") return coded(record, "115").startsWith("b")
  const visual = controlValue(record, "008")?.charAt(33) ?? ""
  return "fst".includes(visual) && visual !== "" && !/^[mv]/.test(controlValue(record, "007") ?? "")
}

/** Form of item: 008 position 23, or 29 for maps and visual materials. */
const formCarriers: Readonly<Record<string, TitleCarrier>> = {
  a: "microform",
  b: "microform",
  c: "microform",
  d: "largePrint",
  f: "braille",
  o: "online"
}

/** Physical description, field 007: category of material, and for computers whether remote. */
const physicalCarriers: ReadonlyArray<readonly [start: string, carrier: TitleCarrier]> = [
  ["cr", "online"],
  ["h", "microform"],
  ["fb", "braille"],
  ["tb", "largePrint"]
]

export const carrierOf = (record: MarcRecord): TitleCarrier =>
  record.dialect === "marc21" ? marc21Carrier(record) : unimarcCarrier(record)

const marc21Carrier = (record: MarcRecord): TitleCarrier => {
  const place = "efgkor".includes(record.leader.charAt(6)) ? 29 : 23
  const form = controlValue(record, "008")?.charAt(place) ?? ""
  const physical = controlValue(record, "007") ?? ""
  return formCarriers[form] ?? physicalCarriers.find(([start]) => physical.startsWith(start))?.[1] ?? "physical"
}

/** Coded data fields for microforms (130) and electronic resources (135: position 1 is `r` when remote). */
const unimarcCarrier = (record: MarcRecord): TitleCarrier => {
  if (dataFields(record, "130").length > 0) return "microform"
  return coded(record, "135").charAt(1) === "r" ? "online" : "physical"
}

const coded = (record: MarcRecord, tag: string): string => {
  const [field] = dataFields(record, tag)
  return (field && subfieldValue(field, "a")) ?? ""
}
