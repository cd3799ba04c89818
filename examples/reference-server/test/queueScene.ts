import type { Library } from "@openshelf/core"
import type { Browser } from "playwright-core"
import { openScene, type Scene } from "./scene.ts"

const tenant = "town"
const day = 86_400_000

/** A scene in which so many readers more wait for Walden, with cards q1, q2 …, behind 2002; gives their reservations. */
export const openQueue = async (
  browser: Browser,
  readers: number
): Promise<Scene & { readonly titleId: string; readonly ids: ReadonlyArray<string> }> => {
  const scene = await openScene(browser)
  const { library } = scene
  const desk = library.at({ tenant, branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })
  const titleId = await titleNamed(library, "walden")
  const ids = await waitingFor(library)
  const at = Date.now() - day / 2
  for (let nth = 1; nth <= readers; nth++) {
    const card = `q${nth}`
    await desk.registerReader({ card, name: `Reader ${nth}`, category: "adult", at, key: card })
    const placed = await desk.reserve({ title: titleId, card, at: at + nth, key: `for ${card}` })
    if (!placed.ok) throw new Error(JSON.stringify(placed))
    ids.push(placed.receipt.reservationId)
  }
  return { ...scene, titleId, ids }
}

/** Ids of those that wait for anything, in the order of their places. */
export const waitingFor = async (library: Library): Promise<Array<string>> => {
  const { rows } = await library.scan(tenant, "reservation", null, 10_000)
  return rows
    .filter(({ state }) => state === "waiting")
    .sort((one, other) => (one.place ?? 0) - (other.place ?? 0))
    .map(({ reservationId }) => reservationId)
}

const titleNamed = async (library: Library, text: string): Promise<string> => {
  const { titlesFound } = await library.read(tenant, { titlesFound: { text, after: null, limit: 1 } })
  return titlesFound.rows[0]?.titleId ?? ""
}
