import { useState } from 'react'
import { PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { Link } from '#web/platform/link.tsx'
import { acceptInvitation, getMe, lookAtInvitation, type Me } from '#contract/people.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { account } from '#web/platform/auth.ts'
import { call } from '#web/platform/call.ts'
import { useParam, usePath } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Choice } from '#web/ui/fields/choice.tsx'
import { Bone, Bones, Notice, ProblemNote } from '#web/ui/state.tsx'
import { Door } from './door.tsx'
import { ofPerson } from './registering/of-person.ts'
import { useAct } from './use-act.ts'
import css from './door.module.css'

/** An invitation: from whom, into which company, as whom; then name and password, or one button. */
export function JoinPage() {
  const link = useParam('token')
  const me = useMaybe(getMe, {})
  const offer = useQuery({ queryKey: ['join', link], queryFn: () => call(lookAtInvitation, { link }) })
  if (offer.error) {
    return (
      <Door title={t('problem.title')} below={<Link to="/sign-in">{t('sign_in.again')}</Link>}>
        <div className={css.form}>
          <Notice tone="bad">{t('join.gone')}</Notice>
        </div>
      </Door>
    )
  }
  if (!offer.data) {
    return (
      <Door title=" ">
        <Bones>
          <Bone h={120} />
        </Bones>
      </Door>
    )
  }
  const { company, invited_by, role, role_name, position, pools } = offer.data
  return (
    <Door
      title={t('join.heading', { company: company.name })}
      hint={
        <span className={css.facts}>
          <span>{t('join.by', { who: invited_by.name })}</span>
          <span>{t('join.as', { role: role_name ?? t(`role.${role}`) })}</span>
          {position && <span>{t('join.position', { position })}</span>}
          {pools.length > 0 && <span>{t('join.pools', { pools: pools.map(({ name }) => name).join(', ') })}</span>}
        </span>
      }
      below={!me && <HasAccount />}
    >
      {me ? <JoinAs me={me} link={link} head={offer.data.head} /> : <JoinAnew offer={offer.data} link={link} />}
    </Door>
  )
}

function HasAccount() {
  const pathname = usePath()
  return (
    <Link to="/sign-in" search={{ back: pathname }}>
      {t('join.sign_in')}
    </Link>
  )
}

function JoinAs({ me, link, head }: { me: Me; link: string; head: Head }) {
  const [confirmed, setConfirmed] = useState(true)
  const join = useAct(
    () => call(acceptInvitation, { link, head_confirmed: confirmed }),
    () => goIn(confirmed),
  )
  return (
    <div className={css.form}>
      <p className={css.hint}>{t('join.signed_in_as', { who: me.user.name })}</p>
      <HeadChoice head={head} confirmed={confirmed} onChange={setConfirmed} />
      <ProblemNote error={join.error} />
      <Button
        variant="primary"
        wide
        className={css.submit}
        busy={join.isPending}
        onClick={() => join.mutate(undefined)}
      >
        {t('join.submit')}
      </Button>
    </div>
  )
}

type Head = Reply<typeof lookAtInvitation>['head']

/** Whoever says that his head is another names him inside, where he sees the names. */
const goIn = (confirmed: boolean): void => location.assign(confirmed ? '/' : '/people/structure?head=1')

type HeadProps = { head: Head; confirmed: boolean; onChange: (confirmed: boolean) => void }

/** Who is proposed as the head: right, or another. */
function HeadChoice({ head, confirmed, onChange }: HeadProps) {
  if (!head) return null
  return (
    <Choice
      label={t('join.head')}
      value={confirmed ? 'yes' : 'no'}
      onChange={(next) => onChange(next === 'yes')}
      options={[
        { value: 'yes', label: head.name },
        { value: 'no', label: t('join.head_other') },
      ]}
    />
  )
}

type Person = { person: string; email: string; password: string }

function JoinAnew({ offer, link }: { offer: Reply<typeof lookAtInvitation>; link: string }) {
  const [confirmed, setConfirmed] = useState(true)
  const form = useForm({
    initialValues: { person: offer.name ?? '', email: offer.email ?? '', password: '' },
    validate: ofPerson,
  })
  const join = useAct(
    async ({ person, email, password }: Person) => {
      await account('/sign-up/email', { name: person.trim(), email: email.trim(), password, link })
      return call(acceptInvitation, { link, name: person.trim(), head_confirmed: confirmed })
    },
    () => goIn(confirmed),
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
      <HeadChoice head={offer.head} confirmed={confirmed} onChange={setConfirmed} />
      <ProblemNote error={join.error} />
      <Button type="submit" variant="primary" wide className={css.submit} busy={join.isPending}>
        {t('join.submit')}
      </Button>
    </form>
  )
}
