import type { ReturnReceipt } from "@openshelf/core"
import { type ReactNode, useState } from "react"
import type { CopyLineWire, Failure, PullWire, TransitWire, Written } from "../api/model.ts"
import { noticesOf, type Returned, ReturnNotices, remarksOf } from "../desk/ReturnNotices.tsx"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import { type Said, useAct } from "../parts/act.tsx"
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
  const [last, setLast] = useState<Returned | null>(null)
  const text = texts.lists
  const takenInHand = async (line: CopyLineWire, receipt: Written<ReturnReceipt>, head: Said): Promise<Said> => {
    setLast({ receipt, title: line.title.title, barcode: line.barcode })
    await refresh()
    return (texts, say) => {
      const notices = noticesOf(receipt, texts, say).map(({ text }) => text)
      return texts.page.sentences([head(texts, say), ...notices, ...remarksOf(receipt, texts)])
    }
  }
  // Somebody else did it meanwhile, or the copy is not what the list says.
  const onFailure = ({ kind }: Failure): void => void (kind === "refused" && refresh())
  const fetched = (line: PullWire): Promise<void> => {
    const { barcode, reservationId, title } = line
    setLast(null)
    return act({
      send: (key) => api.returnItem({ item: barcode, fetchedFor: reservationId }, key),
      done: (receipt) => takenInHand(line, receipt, ({ lists }, say) => fetchedText(title.title, receipt, lists, say)),
      notDone: ({ lists }) => lists.notSetAside(title.title),
      isWhole: ({ setAside }) => setAside !== null,
      onFailure
    })
  }
  const arrived = (line: TransitWire): Promise<void> => {
    const { barcode, title } = line
    setLast(null)
    return act({
      send: (key) => api.arrive(barcode, key),
      done: (receipt) => takenInHand(line, receipt, ({ lists }) => lists.tookIn(title.title)),
      notDone: ({ lists }) => lists.notTakenIn(title.title),
      onFailure
    })
  }
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
      {last !== null && <ReturnNotices returned={last} />}
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

/** Whom a copy is for that was fetched. The list may be older than what became of the reservation. */
const fetchedText = (
  title: string,
  { setAside, skipped, route }: Written<ReturnReceipt>,
  text: Texts["lists"],
  say: Say
): string => {
  if (setAside !== null) return text.setAside(title, say.branch(setAside.pickupBranch))
  const isUsable = !/^(withdrawn|repair|processing)/.test(route)
  return isUsable && skipped.length === 0 ? text.nobodyWaits(title) : text.noneMayHave(title)
}
