import { parseXml, XmlElement } from "@rgrove/parse-xml"
import type { Dialect, Field, Subfield } from "../record.ts"

/** What stands in one record element, as it stands there. */
export interface XmlContent {
  /** "" when there is none. */
  readonly leader: string
  /** What MarcXchange's `format` attribute says. */
  readonly dialect: Dialect | undefined
  /** A field without a tag has the tag "". */
  readonly fields: ReadonlyArray<Field>
}

/** Throws the parser's error when the element is not well-formed. */
export const xmlContent = (xml: string): XmlContent => {
  const record = parseXml(xml).root
  if (record === null) throw new Error("there is no element")
  const elements = childrenOf(record)
  const { format = "" } = record.attributes
  return {
    leader: elements.find(({ name }) => localName(name) === "leader")?.text ?? "",
    dialect: /unimarc/i.test(format) ? "unimarc" : undefined,
    fields: elements.flatMap(fieldOf)
  }
}

const fieldOf = (element: XmlElement): ReadonlyArray<Field> => {
  const { tag = "", ind1 = " ", ind2 = " " } = element.attributes
  switch (localName(element.name)) {
    case "controlfield":
      return [{ tag, value: element.text }]
    case "datafield":
      return [{ tag, ind1, ind2, subfields: childrenOf(element).flatMap(subfieldOf) }]
    default:
      return []
  }
}

const subfieldOf = (element: XmlElement): ReadonlyArray<Subfield> => {
  const { code = "" } = element.attributes
  return localName(element.name) === "subfield" ? [{ code, value: element.text }] : []
}

const childrenOf = (element: XmlElement): ReadonlyArray<XmlElement> =>
  element.children.filter((child) => child instanceof XmlElement)

const localName = (name: string): string => name.slice(name.indexOf(":") + 1)
