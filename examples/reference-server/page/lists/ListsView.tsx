import type { ReactNode } from "react"
import type { PullWire, TransitWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useSession } from "../session/session.ts"
import { useBranchLists } from "./branchLists.ts"
import { ListCard } from "./ListCard.tsx"

/** What a branch fetches, what waits there for readers, and what travels to it and from it. */
export const ListsView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api, say } = useSession()
  const { act, outcome, home } = useAct()
  const { lists, failure, refresh } = useBranchLists()
  const text = texts.lists
  const fetched = ({ barcode, reservationId, title: { title }, pickupBranch }: PullWire): Promise<void> =>
    act({
      send: (key) => api.returnItem({ item: barcode, fetchedFor: reservationId }, key),
      done: async ({ setAside }) => {
        await refresh()
        return (said, words) => said.lists.setAside(title, words.branch(setAside?.pickupBranch ?? pickupBranch))
      },
      notDone: (said) => said.lists.notSetAside(title)
    })
  const arrived = ({ barcode, title: { title } }: TransitWire): Promise<void> =>
    act({
      send: (key) => api.arrive(barcode, key),
      done: async () => {
        await refresh()
        return (said) => said.lists.tookIn(title)
      },
      notDone: (said) => said.lists.notTakenIn(title)
    })
  if (failure !== null) return <FailureBox heading={text.mode} failure={failure} onAgain={() => void refresh()} />
  if (lists === null) return null
  const way = ({ state, reason, sentAt }: TransitWire): ReadonlyArray<string> => [
    text.reason[reason] ?? reason,
    state === "planned" ? text.planned : "",
    sentAt === null ? "" : text.sent(say.day(sentAt))
  ]
  const incoming = { ...lists.incoming, rows: lists.incoming.rows.filter(({ state }) => state === "open") }
  return (
    <>
      <h2 className="unseen" ref={home} tabIndex={-1}>
        {text.mode}
      </h2>
      {outcome}
      <p className="again">
        <button type="button" onClick={() => void refresh()}>
          {text.again}
        </button>
        <button type="button" onClick={() => window.print()}>
          {text.print}
        </button>
      </p>
      <ListCard
        id="pull"
        heading={text.pull}
        help={text.pullHelp}
        none={text.nothingToPull}
        list={lists.pulls}
        keyOf={({ reservationId }) => reservationId}
        details={({ pickupBranch }) => [text.pickupAt(say.branch(pickupBranch))]}
        button={{ text: text.fetched, label: text.fetchedOne, onPress: (line) => void fetched(line) }}
      />
      <ListCard
        id="shelf"
        heading={text.shelf}
        none={text.nothingOnShelf}
        list={lists.shelf}
        keyOf={({ reservationId }) => reservationId}
        details={({ shelfUntil, slot, ofSet }) => [
          ofSet === null ? "" : texts.reservations.ofSet(ofSet.here, ofSet.of),
          slot === null ? "" : texts.slots.at(slot.name),
          ...(shelfUntil === null
            ? []
            : [text.until(say.instant(shelfUntil)), Date.parse(shelfUntil) < Date.now() ? text.overdue : ""])
        ]}
      />
      <ListCard
        id="incoming"
        heading={text.incoming}
        none={text.nothingIncoming}
        list={incoming}
        keyOf={({ transitId }) => transitId}
        details={(line) => [text.from(say.branch(line.fromBranch)), ...way(line)]}
        button={{ text: text.arrived, label: text.arrivedOne, onPress: (line) => void arrived(line) }}
      />
      <ListCard
        id="outgoing"
        heading={text.outgoing}
        none={text.nothingOutgoing}
        list={lists.outgoing}
        keyOf={({ transitId }) => transitId}
        details={(line) => [text.to(say.branch(line.toBranch)), ...way(line)]}
      />
    </>
  )
}
