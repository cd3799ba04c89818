import { Layer } from "effect"
import { Ids } from "../../desk/ids.ts"

/** Ids that count up, so that the same commands give the same ids on every storage. Ids of one prefix never repeat. */
export const countedIds = (prefix = "id"): Layer.Layer<Ids> =>
  Layer.sync(Ids, () => {
    let last = 0
    return { take: (count) => Array.from({ length: count }, () => `${prefix}-${String(++last).padStart(6, "0")}`) }
  })
