import { practice, type Refusal } from '@foyer/contract'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { Button, FieldGroup, showToast, Switch, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSaving } from '../saving.ts'
import type { ChainType } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { blankLegs, draftLegs, type LegDraft, legsOf, withLeg } from './draft.ts'
import { LegFields } from './leg-fields.tsx'

export interface ChainDialogProps {
  /** The chain to change; null adds one. */
  readonly chainType: ChainType | null
  readonly onClose: () => void
}

const mostLegs = 6

export function ChainDialog({ chainType, onClose }: ChainDialogProps) {
  const { say } = useWords()
  const adding = useAct(practice.addChainType)
  const changing = useAct(practice.changeChainType)
  const saving = useSaving<Refusal<typeof practice.addChainType>>()
  const [name, setName] = useState(chainType?.name ?? '')
  const [nameEs, setNameEs] = useState(chainType?.nameEs ?? '')
  const [active, setActive] = useState(chainType?.active ?? true)
  const [legs, setLegs] = useState<readonly LegDraft[]>(() => (chainType ? draftLegs(chainType.legs) : blankLegs()))
  const [wasTried, setTried] = useState(false)
  const wanted = legsOf(legs)
  const hasNames = name.trim() !== '' && nameEs.trim() !== ''
  const { refusal } = saving
  const texts = [
    wasTried && !hasNames && say('needBothNames'),
    wasTried && wanted === null && say('needLegs'),
    refusal && say(`refused_${refusal.reason}`, { number: refusal.leg + 1 }),
  ]
  const save = async () => {
    setTried(true)
    if (wanted === null || !hasNames) return
    const body = { name: name.trim(), nameEs: nameEs.trim(), active, legs: wanted }
    const saved = await saving.run(() =>
      chainType ? changing.act({ ...body, chainTypeId: chainType.id }) : adding.act(body),
    )
    if (saved === null) return
    await refresh(practice.readPractice)
    showToast({ text: say('saved', { name: saved.name }), kind: 'ok' })
    onClose()
  }
  const nameFault = (text: string) => (wasTried && text.trim() === '' ? say('needName') : undefined)
  return (
    <FormDialog
      size="lg"
      title={chainType ? say('changeChain', { name: chainType.name }) : say('addChain')}
      errors={texts.flatMap((text) => (typeof text === 'string' ? [{ text }] : []))}
      failure={saving.failure}
      isPending={adding.isPending || changing.isPending}
      onSave={() => void save()}
      onClose={onClose}
    >
      <FieldGroup legend={say('name')} columns={2}>
        <TextField
          label={say('nameEn')}
          value={name}
          onChange={setName}
          maxLength={120}
          isRequired
          autoFocus
          autoComplete="off"
          errorMessage={nameFault(name)}
        />
        <TextField
          label={say('nameEs')}
          value={nameEs}
          onChange={setNameEs}
          maxLength={120}
          isRequired
          autoComplete="off"
          errorMessage={nameFault(nameEs)}
        />
      </FieldGroup>
      <FieldGroup legend={say('legs')}>
        {legs.map((leg, index) => (
          <LegFields
            key={leg.key}
            leg={leg}
            number={index + 1}
            isMissing={wasTried && leg.visitTypeId === null}
            onChange={(next) => {
              setLegs(legs.with(index, next))
              saving.forgive()
            }}
            onRemove={legs.length > 2 ? () => setLegs(legs.filter(({ key }) => key !== leg.key)) : undefined}
          />
        ))}
        {legs.length < mostLegs && (
          <div>
            <Button size="sm" icon={Plus} onPress={() => setLegs(withLeg(legs))}>
              {say('addLeg')}
            </Button>
          </div>
        )}
      </FieldGroup>
      <Switch isSelected={active} onChange={setActive}>
        {say('chainActive')}
      </Switch>
    </FormDialog>
  )
}
