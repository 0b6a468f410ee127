import { useState } from 'react'
import { PasswordInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { askToJoin, findHeads, lookAtJoiningLink } from '#contract/invitations.ts'
import { getMe } from '#contract/people.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { account } from '#web/platform/auth.ts'
import { call } from '#web/platform/call.ts'
import { Link } from '#web/platform/link.tsx'
import { useParam, usePath } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Bone, Bones, Notice, ProblemNote } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { Door } from './door.tsx'
import { ofPerson } from './registering/of-person.ts'
import { useAct } from './use-act.ts'
import css from './door.module.css'

/** The company's joining link: an account first, then who one's head is; he says whether one is in. */
export function TeamPage() {
  const link = useParam('token')
  const path = usePath()
  const me = useMaybe(getMe, {})
  const [signed_up, setSignedUp] = useState(false)
  const offer = useQuery({ queryKey: ['team', link], queryFn: () => call(lookAtJoiningLink, { link }) })
  if (offer.error)
    return (
      <Door title={t('problem.title')} below={<Link to="/sign-in">{t('sign_in.again')}</Link>}>
        <div className={css.form}>
          <Notice tone="bad">{t('team.gone')}</Notice>
        </div>
      </Door>
    )
  if (!offer.data)
    return (
      <Door title=" ">
        <Bones>
          <Bone h={120} />
        </Bones>
      </Door>
    )
  const inside = me !== undefined || signed_up
  const { company, role } = offer.data
  return (
    <Door
      title={t('team.heading', { company: company.name })}
      hint={
        <span className={css.facts}>
          <span>{t('join.as', { role: t(`role.${role}`) })}</span>
          <span>{t(inside ? 'team.step_head' : 'team.step_account')}</span>
        </span>
      }
      below={
        !inside && (
          <Link to="/sign-in" search={{ back: path }}>
            {t('join.sign_in')}
          </Link>
        )
      }
    >
      {inside ? <NameHead link={link} /> : <Account link={link} onDone={() => setSignedUp(true)} />}
    </Door>
  )
}

type Person = { person: string; email: string; password: string }

function Account({ link, onDone }: { link: string; onDone: () => void }) {
  const form = useForm({ initialValues: { person: '', email: '', password: '' }, validate: ofPerson })
  const join = useAct(
    ({ person, email, password }: Person) =>
      account('/sign-up/email', { name: person.trim(), email: email.trim(), password, link }),
    onDone,
  )
  return (
    <form className={css.form} noValidate onSubmit={form.onSubmit((values) => join.mutate(values))}>
      <TextInput label={t('register.name')} autoComplete="name" {...form.getInputProps('person')} />
      <TextInput label={t('sign_in.email')} type="email" autoComplete="username" {...form.getInputProps('email')} />
      <PasswordInput
        label={t('sign_in.password')}
        description={t('register.password_hint')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <ProblemNote error={join.error} />
      <Button type="submit" variant="primary" wide className={css.submit} busy={join.isPending}>
        {t('team.next')}
      </Button>
    </form>
  )
}

type Way = 'here' | 'later'

function NameHead({ link }: { link: string }) {
  const [way, setWay] = useState<Way>('here')
  const [head_id, setHead] = useState<string | null>(null)
  const form = useForm({ initialValues: { position: '', name: '', email: '' } })
  const ask = useAct(
    ({ position, name, email }: { position: string; name: string; email: string }) =>
      call(askToJoin, {
        link,
        ...(position.trim() && { position: position.trim() }),
        ...(way === 'here' && head_id && { head_id }),
        ...(way === 'later' && { expected: { name: name.trim(), ...(email.trim() && { email: email.trim() }) } }),
      }),
    () => location.assign('/'),
  )
  const ready = way === 'here' ? head_id !== null : form.values.name.trim() !== ''
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={form.onSubmit((values) => (ready ? ask.mutate(values) : undefined))}
    >
      <TextInput label={t('team.position')} {...form.getInputProps('position')} />
      <Segments<Way>
        label={t('my_head.where')}
        at={way}
        onGo={setWay}
        tabs={[
          { id: 'here', name: t('my_head.here') },
          { id: 'later', name: t('my_head.later') },
        ]}
      />
      {way === 'here' ? (
        <HeadOfCompany link={link} value={head_id} onChange={setHead} />
      ) : (
        <>
          <TextInput
            label={t('performer.name')}
            description={t('my_head.later_hint')}
            {...form.getInputProps('name')}
          />
          <TextInput label={t('my_head.email')} type="email" {...form.getInputProps('email')} />
        </>
      )}
      <ProblemNote error={ask.error} />
      <Button type="submit" variant="primary" wide className={css.submit} busy={ask.isPending} disabled={!ready}>
        {t('team.submit')}
      </Button>
    </form>
  )
}

type HeadProps = { link: string; value: string | null; onChange: (id: string | null) => void }

/** Names of the staff, told to whoever holds the link and has an account. */
function HeadOfCompany({ link, value, onChange }: HeadProps) {
  const [search, setSearch] = useState('')
  const found = useQuery({
    queryKey: ['team-heads', link, search],
    queryFn: () => call(findHeads, { link, ...(search && { search }) }),
    placeholderData: (before) => before,
  })
  const options = (found.data?.rows ?? []).map(({ id, name, position }) => ({
    value: id,
    label: position ? `${name}, ${position}` : name,
  }))
  return (
    <Select
      label={t('structure.head')}
      description={t('team.head_hint')}
      placeholder={t('head.placeholder')}
      nothingFoundMessage={t('head.nobody')}
      searchable
      data={options}
      filter={({ options: all }) => all}
      value={value}
      onSearchChange={(next) => setSearch(options.some(({ label }) => label === next) ? '' : next.trim())}
      onChange={onChange}
    />
  )
}
