import { type ReactNode, useCallback, useEffect, useState } from "react"
import type { DemandWire, Failure, TitleLine } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { TitlePanel } from "../queue/TitlePanel.tsx"
import { useSession } from "../session/session.ts"
import { InVainList } from "./InVainList.tsx"
import { RatioTable } from "./RatioTable.tsx"

/** What is waited for: in vain first, then by readers for each copy. Any title can be looked at more closely. */
export const DemandView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api, may, place } = useSession()
  const [demands, setDemands] = useState<ReadonlyArray<DemandWire> | null>(null)
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const mayAsk = may("interlending.borrow") && Object.keys(place.partners).length > 0
  const [failure, setFailure] = useState<Failure | null>(null)
  const [opened, setOpened] = useState<TitleLine | null>(null)
  const refresh = useCallback(async (): Promise<void> => {
    const [reply, borrowed] = await Promise.all([api.demand(), mayAsk ? api.openInterloans("borrower") : null])
    if (reply.kind !== "done") return setFailure(reply)
    if (borrowed !== null && borrowed.kind !== "done") return setFailure(borrowed)
    setFailure(null)
    setDemands(reply.value)
    const onTheWay = borrowed?.value.rows.filter(({ state }) => state === "requested" || state === "shipped") ?? []
    setAsked(new Set(onTheWay.flatMap(({ reservationId }) => reservationId ?? [])))
  }, [api, mayAsk])
  useEffect(() => void refresh(), [refresh])
  const back = (): void => {
    setOpened(null)
    void refresh()
  }
  if (opened !== null) return <TitlePanel title={opened} backText={texts.demand.back} onBack={back} />
  if (failure !== null) return <FailureBox failure={failure} onAgain={() => void refresh()} />
  if (demands === null) return <p className="none">{texts.page.loading}</p>
  return (
    <>
      <p className="again">
        <button type="button" onClick={() => void refresh()}>
          {texts.lists.again}
        </button>
      </p>
      <InVainList demands={demands} asked={mayAsk ? asked : null} refresh={refresh} onOpen={setOpened} />
      <RatioTable demands={demands} onOpen={setOpened} />
    </>
  )
}
