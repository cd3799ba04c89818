import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react"
import type { Api } from "../api/api.ts"
import type { Failure, Reply, Reservation } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useSession } from "../session/session.ts"

/** Another branch to pick it up at: of those at which the library's rules let this reader fetch this title. */
export const PickupForm = (props: { reservation: Reservation; onPickup: (branch: string) => void }): ReactNode => {
  const { reservation, onPickup } = props
  const { texts } = useLanguage()
  const { api, place } = useSession()
  const [offered, setOffered] = useState<Reply<ReadonlyArray<string>> | null>(null)
  useEffect(() => {
    let isGone = false
    const others = place.branches.map(({ branch }) => branch).filter((branch) => branch !== reservation.pickupBranch)
    void branchesOffered(api, reservation.reservationId, others).then((reply) => {
      if (!isGone) setOffered(reply)
    })
    return () => {
      isGone = true
    }
  }, [api, place, reservation])
  if (offered === null) return <p className="none">{texts.page.loading}</p>
  if (offered.kind !== "done") return <FailureBox failure={offered} />
  if (offered.value.length === 0) return <p className="why">{texts.queue.pickupNowhere}</p>
  return <BranchForm branches={offered.value} onPickup={onPickup} />
}

/** Asks of each branch whether the change would be carried out. */
const branchesOffered = async (
  api: Api,
  reservationId: string,
  branches: ReadonlyArray<string>
): Promise<Reply<ReadonlyArray<string>>> => {
  const replies = await Promise.all(
    branches.map(async (branch) => ({
      branch,
      reply: await api.changeReservation(reservationId, { pickupBranch: branch }, null)
    }))
  )
  const fault = replies.map(({ reply }) => reply).find((reply): reply is Failure => isFault(reply))
  if (fault !== undefined) return fault
  return { kind: "done", value: replies.flatMap(({ branch, reply }) => (reply.kind === "done" ? [branch] : [])) }
}

const isFault = ({ kind }: Reply<unknown>): boolean => kind !== "done" && kind !== "refused"

const BranchForm = (props: { branches: ReadonlyArray<string>; onPickup: (branch: string) => void }): ReactNode => {
  const { branches, onPickup } = props
  const { texts } = useLanguage()
  const { say } = useSession()
  const id = useId()
  const field = useFirstFocus<HTMLSelectElement>()
  const [branch, setBranch] = useState(branches[0] ?? "")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onPickup(branch)
  }
  return (
    <form className="why" onSubmit={submit}>
      <label htmlFor={id}>{texts.queue.pickupWhere}</label>
      <div className="row">
        <select id={id} ref={field} value={branch} onChange={({ target }) => setBranch(target.value)}>
          {branches.map((one) => (
            <option key={one} value={one}>
              {say.branch(one)}
            </option>
          ))}
        </select>
        <button type="submit">{texts.queue.pickupSave}</button>
      </div>
    </form>
  )
}
