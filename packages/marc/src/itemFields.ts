import { dataFields, type MarcRecord, subfieldValue } from "./record.ts"

/** Where a system writes its items into bibliographic records: the tag, and the subfield of each fact. */
export interface ItemMapping {
  readonly tag: string
  readonly barcode: string
  readonly callNumber?: string
  readonly branch?: string
  readonly location?: string
  readonly type?: string
}

export interface EmbeddedItem {
  readonly barcode: string
  readonly callNumber: string | null
  readonly branch: string | null
  readonly location: string | null
  readonly type: string | null
}

/** Mappings of systems whose exports carry items. */
export const itemMappings = {
  sirsi: { tag: "999", barcode: "i", callNumber: "a", branch: "m", location: "l", type: "t" },
  koha: { tag: "952", barcode: "p", callNumber: "o", branch: "a", location: "c", type: "y" },
  evergreen: { tag: "852", barcode: "p", callNumber: "j", branch: "b", location: "c" }
} as const satisfies Readonly<Record<string, ItemMapping>>

/** The items that a bibliographic record carries; a field without barcode is none. */
export const itemFields = (record: MarcRecord, mapping: ItemMapping): ReadonlyArray<EmbeddedItem> =>
  dataFields(record, mapping.tag).flatMap((field) => {
    const value = (code: string | undefined): string | null =>
      (code === undefined ? "" : (subfieldValue(field, code) ?? "")).normalize("NFC").trim() || null
    const barcode = value(mapping.barcode)
    if (barcode === null) return []
    const { callNumber, branch, location, type } = mapping
    return [
      { barcode, callNumber: value(callNumber), branch: value(branch), location: value(location), type: value(type) }
    ]
  })
