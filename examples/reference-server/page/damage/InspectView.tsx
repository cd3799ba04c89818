import { type ReactNode, useEffect, useState } from "react"
import type { InspectBody } from "../api/api.ts"
import type { Failure, InHandWire } from "../api/model.ts"
import { noticesOf, type Returned, ReturnNotices, remarksOf } from "../desk/ReturnNotices.tsx"
import { useResultLines } from "../desk/resultLines.tsx"
import { useLanguage } from "../language/language.ts"
import { type Said, useAct } from "../parts/act.tsx"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useQueue } from "../parts/queue.ts"
import { ScanField } from "../parts/ScanField.tsx"
import { useSession } from "../session/session.ts"
import { type DamageKinds, damageKindsOf } from "./damageKinds.ts"
import { InspectForm } from "./InspectForm.tsx"

interface Looked {
  readonly found: InHandWire
  readonly known: DamageKinds
}

/** An item that comes back damaged: scanned, looked over with the amount in sight, and only then taken back. */
export const InspectView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api } = useSession()
  const { act, failed, clear } = useAct()
  const { add, list } = useResultLines()
  const inOrder = useQueue()
  const field = useFirstFocus()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [last, setLast] = useState<Returned | null>(null)
  useEffect(() => {
    if (looked === null) field.current?.focus()
  }, [looked, field])
  const look = async (barcode: string): Promise<void> => {
    clear()
    setLast(null)
    setLooked(null)
    const [found, policy] = await Promise.all([api.inHand(barcode), api.policy()])
    setFailure(found.kind === "done" ? null : found)
    if (found.kind !== "done") return
    setLooked({ found: found.value, known: damageKindsOf(policy.kind === "done" ? policy.value.document : null) })
  }
  const save = ({ item, title: { title } }: InHandWire, body: InspectBody): Promise<void> =>
    act({
      send: (key) => api.inspect(item.barcode, body, key),
      done: (inspected) => {
        const said: Said = ({ inspect }, say) =>
          inspected.amount === 0 ? inspect.doneFree(title) : inspect.done(title, say.money(inspected.amount))
        const { returned } = inspected
        setLast(returned === null ? null : { receipt: returned, title, barcode: item.barcode })
        setLooked(null)
        add({
          isGood: true,
          said,
          details: (texts, say) =>
            returned === null
              ? []
              : [...noticesOf(returned, texts, say).map(({ text }) => text), ...remarksOf(returned, texts)]
        })
        return said
      },
      notDone: ({ inspect }) => inspect.notDone(title)
    })
  return (
    <div className="columns">
      <div>
        <div className="card scans">
          <ScanField
            label={texts.desk.barcode}
            help={texts.inspect.help}
            action={texts.desk.show}
            field={field}
            onScan={(barcode) => barcode !== "" && inOrder(() => look(barcode))}
          />
          {failure !== null && <FailureBox failure={failure} />}
        </div>
        {looked !== null && (
          <InspectForm
            key={looked.found.item.barcode}
            found={looked.found}
            known={looked.known}
            failed={failed}
            onSave={(body) => void save(looked.found, body)}
          />
        )}
        {last !== null && <ReturnNotices returned={last} />}
      </div>
      {list}
    </div>
  )
}
