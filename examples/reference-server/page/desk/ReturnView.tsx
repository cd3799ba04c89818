import type { ReturnReceipt } from "@openshelf/core"
import { type ReactNode, useState } from "react"
import type { Written } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useQueue } from "../parts/queue.ts"
import { ScanField } from "../parts/ScanField.tsx"
import { useSession } from "../session/session.ts"
import { noticesOf, ReturnNotices } from "./ReturnNotices.tsx"
import { useResultLines } from "./resultLines.tsx"

/** Each scan takes an item back; what is to be done with it stands large until the next one. */
export const ReturnView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api, say } = useSession()
  const { act, outcome } = useAct()
  const { add, list } = useResultLines()
  const inOrder = useQueue()
  const field = useFirstFocus()
  const [receipt, setReceipt] = useState<Written<ReturnReceipt> | null>(null)
  const takeBack = async (barcode: string): Promise<void> => {
    const item = await api.item(barcode)
    const title = item.kind === "done" ? item.value.title.title : barcode
    setReceipt(null)
    await act({
      send: (key) => api.returnItem({ item: barcode }, key),
      done: (returned) => {
        const text = returned.loanId === null ? texts.desk.scannedIn(title) : texts.desk.returned(title)
        const details = noticesOf(returned, texts, say).map((notice) => notice.text)
        setReceipt(returned)
        add(true, text, details)
        return [text, ...details].join(" ")
      },
      notDone: texts.desk.notReturned(title),
      onFailure: (reasons) => add(false, texts.desk.notReturned(title), reasons)
    })
  }
  const scan = (barcode: string): void => {
    field.current?.focus()
    if (barcode !== "") inOrder(() => takeBack(barcode))
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
          {outcome}
        </div>
        {receipt !== null && <ReturnNotices receipt={receipt} />}
      </div>
      {list}
    </div>
  )
}
