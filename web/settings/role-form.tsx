import { Select, TextInput } from '@mantine/core'
import { changeRole, makeRole, type Roles } from '#contract/access/roles.ts'
import { roleName } from '#web/people/role-name.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { focused, submitting } from '#web/ui/submit.ts'
import { type Draft, keyOf, rightsFrom } from './role-draft.ts'
import css from './roles.module.css'

type Props = { roles: Roles; draft: Draft; onDraft: (next: Draft | null) => void }

/** What a role is called and from which it is made; its cells are ticked in the table below. */
export function RoleForm({ roles, draft, onDraft }: Props) {
  const { send, busy, error } = useSaving(roles, draft, () => onDraft(null))
  const patterns = roles.rows.filter(({ can, archived }) => can.give === null && !archived)
  return (
    <form noValidate className={css.form} onSubmit={submitting(send)}>
      <TextInput
        className={css.field ?? ''}
        ref={focused}
        label={t('roles.name')}
        placeholder={t('roles.name_example')}
        maxLength={60}
        value={draft.name}
        error={error?.fields['name']}
        onChange={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
      />
      {draft.role_id === null && (
        <Select
          className={css.field ?? ''}
          label={t('roles.from')}
          allowDeselect={false}
          data={patterns.map((row) => ({
            value: keyOf(row),
            label: roleName({ role: row.role, role_name: row.name }),
          }))}
          value={draft.from}
          onChange={(from) => from && onDraft({ ...draft, from, rights: rightsFrom(roles, from) })}
        />
      )}
      <div className={css.acts}>
        <Button type="submit" variant="primary" busy={busy}>
          {t('do.save')}
        </Button>
        <Button variant="quiet" onClick={() => onDraft(null)}>
          {t('do.cancel')}
        </Button>
      </div>
      <ProblemNote error={error} />
    </form>
  )
}

function useSaving(roles: Roles, { role_id, name, from, rights, version }: Draft, onDone: () => void) {
  const saved = (words: 'roles.made' | 'settings.saved') => () => {
    toast(t(words))
    onDone()
  }
  const make = useCall(makeRole, { inline: true, onSuccess: saved('roles.made') })
  const change = useCall(changeRole, { inline: true, onSuccess: saved('settings.saved') })
  const pattern = roles.rows.find((row) => keyOf(row) === from)
  const of = pattern?.role_id ? { role_id: pattern.role_id } : { role: (pattern?.role ?? 'member') as 'member' }
  const send = () =>
    role_id === null
      ? make.mutate({ name, ...of, rights: [...rights] })
      : change.mutate({ role_id, name, rights: [...rights], ...(version !== null && { version }) })
  return { send, busy: make.isPending || change.isPending, error: make.error ?? change.error }
}
