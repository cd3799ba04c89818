import { type ReactNode, useEffect, useState } from "react"
import type { TitleWithCopies } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { TypedField } from "../parts/TypedField.tsx"
import { useSession } from "../session/session.ts"
import { copiesAreWrong, type TypedWish } from "./wish.ts"

type Copies = TitleWithCopies["items"]["rows"]

/** Which volume, type or copy, how, how many, and from when to when. */
export const WishFields = (props: {
  titleId: string
  typed: TypedWish
  onType: (typed: TypedWish) => void
}): ReactNode => {
  const { titleId, typed, onType } = props
  const { texts } = useLanguage()
  const { say } = useSession()
  const { reserve } = texts
  const copies = useCopies(titleId)
  const volumes = [...new Set(copies.map(({ volume }) => volume))].filter((volume) => volume !== "")
  const types = [...new Set(copies.map(({ type }) => type))]
  const suited = copies.filter(
    ({ volume, type }) =>
      (typed.volume === "" || volume === typed.volume) && (typed.itemType === "" || type === typed.itemType)
  )
  const kinds = (["", "page", "wait", "recall"] as const).map((value) => ({ value, text: reserve.kinds[value] }))
  return (
    <>
      {volumes.length > 0 && (
        <ChoiceField
          label={reserve.volume}
          chosen={typed.volume}
          choices={[
            { value: "", text: reserve.anyVolume },
            ...volumes.map((volume) => ({ value: volume, text: volume }))
          ]}
          onChoose={(volume) => onType({ ...typed, volume, item: "" })}
        />
      )}
      {types.length > 1 && (
        <ChoiceField
          label={reserve.itemType}
          chosen={typed.itemType}
          choices={[
            { value: "", text: reserve.anyItemType },
            ...types.map((type) => ({ value: type, text: say.itemType(type) }))
          ]}
          onChoose={(itemType) => onType({ ...typed, itemType, item: "" })}
        />
      )}
      {copies.length > 1 && (
        <ChoiceField
          label={reserve.item}
          chosen={typed.item}
          choices={[
            { value: "", text: reserve.anyItem },
            ...suited.map(({ barcode, type, volume, status }) => ({
              value: barcode,
              text: [barcode, types.length > 1 ? say.itemType(type) : "", volume, texts.queue.status[status]]
                .filter((part) => part !== "")
                .join(" · ")
            }))
          ]}
          onChoose={(item) => onType({ ...typed, item })}
        />
      )}
      <ChoiceField
        label={reserve.kind}
        chosen={typed.kind}
        choices={kinds}
        onChoose={(kind) => onType({ ...typed, kind: kind as TypedWish["kind"] })}
      />
      <TypedField
        type="number"
        label={reserve.copies}
        help={reserve.copiesHelp}
        typed={typed.copies}
        wrong={copiesAreWrong(typed) ? reserve.copiesWrong : null}
        onType={(count) => onType({ ...typed, copies: count })}
      />
      <TypedField
        type="date"
        label={reserve.from}
        help={reserve.fromHelp}
        typed={typed.from}
        wrong={null}
        onType={(from) => onType({ ...typed, from })}
      />
      <TypedField
        type="date"
        label={reserve.until}
        help={reserve.untilHelp}
        typed={typed.until}
        wrong={null}
        onType={(until) => onType({ ...typed, until })}
      />
    </>
  )
}

/** The copies of the title, as far as they are known yet; none are needed to reserve any of them. */
const useCopies = (titleId: string): Copies => {
  const { api } = useSession()
  const [copies, setCopies] = useState<Copies>([])
  useEffect(() => {
    let isGone = false
    void api.title(titleId).then((reply) => {
      if (!isGone && reply.kind === "done")
        setCopies(reply.value.items.rows.filter(({ status }) => status !== "withdrawn"))
    })
    return () => {
      isGone = true
    }
  }, [api, titleId])
  return copies
}
