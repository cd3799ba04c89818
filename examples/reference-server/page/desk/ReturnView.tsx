import { type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import { type Said, useAct } from "../parts/act.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useQueue } from "../parts/queue.ts"
import { reasonsFor } from "../parts/reasons.ts"
import { ScanField } from "../parts/ScanField.tsx"
import { useSession } from "../session/session.ts"
import { noticesOf, type Returned, ReturnNotices, remarksOf } from "./ReturnNotices.tsx"
import { useResultLines } from "./resultLines.tsx"

/** Each scan takes an item back; what is to be done with it stands large until the next one. */
export const ReturnView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api } = useSession()
  const { act, failed } = useAct()
  const { add, list } = useResultLines()
  const inOrder = useQueue()
  const field = useFirstFocus()
  const [isDropped, setDropped] = useState(false)
  const [last, setLast] = useState<Returned | null>(null)
  const takeBack = async (barcode: string, bookDrop: boolean): Promise<void> => {
    const item = await api.item(barcode)
    const title = item.kind === "done" ? item.value.title.title : barcode
    setLast(null)
    const notDone: Said = ({ desk }) => desk.notReturned(title)
    await act({
      send: (key) => api.returnItem({ item: barcode, ...(bookDrop ? { bookDrop } : {}) }, key),
      done: (returned) => {
        const said: Said = ({ desk }) => (returned.loanId === null ? desk.scannedIn(title) : desk.returned(title))
        const details = (texts: Texts, say: Say): ReadonlyArray<string> => [
          ...noticesOf(returned, texts, say).map(({ text }) => text),
          ...remarksOf(returned, texts)
        ]
        setLast({ receipt: returned, title, barcode })
        add({ isGood: true, said, details })
        return (texts, say) => texts.page.sentences([said(texts, say), ...details(texts, say)])
      },
      notDone,
      onFailure: (failure) => add({ isGood: false, said: notDone, details: reasonsFor(failure) })
    })
  }
  const scan = (barcode: string): void => {
    field.current?.focus()
    if (barcode !== "") inOrder(() => takeBack(barcode, isDropped))
  }
  return (
    <div className="columns">
      <div>
        <div className="card scans">
          <ScanField
            label={texts.desk.barcode}
            help={texts.desk.returnHelp}
            action={texts.desk.takeBack}
            field={field}
            onScan={scan}
          />
          <label className="sure">
            <input type="checkbox" checked={isDropped} onChange={({ target }) => setDropped(target.checked)} />
            {texts.desk.bookDrop}
          </label>
          {failed}
        </div>
        {last !== null && <ReturnNotices returned={last} />}
      </div>
      {list}
    </div>
  )
}
