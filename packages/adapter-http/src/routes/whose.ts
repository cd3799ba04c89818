import type { Card, ReaderFacts } from "@openshelf/core"
import type { Call } from "../route.ts"

/** A reader and the card they are asked by. */
export interface Whose extends ReaderFacts {
  readonly card: Card
}

/** The reader that the address names by card; `null`: there is none, or the one who asks is another reader. */
export const readerOfCard = async ({ library, identity, params }: Call): Promise<Whose | null> => {
  const card = params.card as Card
  const { reader: facts } = await library.read(identity.tenant, { reader: { card } })
  const { actor } = identity
  if (facts === null || (actor.kind === "reader" && actor.readerId !== facts.reader.readerId)) return null
  return { ...facts, card }
}

/** The reader who asks; `null`: it is staff, or the reader is gone. */
export const oneself = async ({ library, identity: { tenant, actor } }: Call): Promise<Whose | null> => {
  if (actor.kind !== "reader") return null
  const by = { readerId: actor.readerId }
  const { readerById: facts, cardsOfReader } = await library.read(tenant, { readerById: by, cardsOfReader: by })
  const [card] = cardsOfReader
  return facts === null || card === undefined ? null : { ...facts, card }
}
