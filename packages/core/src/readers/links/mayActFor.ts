import type { Actor } from "../../decision/actor.ts"
import type { ReaderFacts, ReaderLinkFacts } from "../../decision/facts.ts"
import type { Refusal } from "../../decision/refusal.ts"
import { isSelf } from "../self.ts"
import { proxyMay } from "./proxyMay.ts"

interface Persons {
  readonly reader: ReaderFacts | null
  /** Whoever's card is given as the proxy's. */
  readonly otherReader?: ReaderFacts | null
  readonly linksOfReader?: ReadonlyArray<ReaderLinkFacts>
}

interface Asked {
  /** A card of the proxy. */
  readonly by?: string
  readonly at: number
}

/** Staff act for readers, readers for themselves or as a proxy: to anybody else it is as if the reader were not there. */
export const mayActFor = (actor: Actor, persons: Persons, asked: Asked): boolean => {
  const { reader, otherReader } = persons
  if (reader === null || isSelf(actor, reader.reader)) return reader !== null
  return otherReader != null && isSelf(actor, otherReader.reader) && proxyAgainst(persons, asked)?._tag !== "NotProxy"
}

/** Why whoever's card is given may not stand for the reader; `null`: they may, or no card is given. */
export const proxyAgainst = ({ linksOfReader = [], otherReader }: Persons, { by, at }: Asked): Refusal | null =>
  by === undefined ? null : proxyMay(linksOfReader, otherReader?.reader.readerId ?? null, by, at)
