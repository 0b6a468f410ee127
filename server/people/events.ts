import type { AbsenceKind } from '#contract/time/absences.ts'
import type { Role } from '#platform/ctx.ts'

type Changed = { field: string; from: unknown; to: unknown }
/** `certificate` is what it is called. */
type Certified = { name: string; certificate: string; expires_on: string | null }
type Away = { name: string; kind: AbsenceKind; from_day: string; to_day: string }
type Called = { role: Role; name: string | null }
type Invited = { name: string | null; email: string | null; role: Role }

declare module '#platform/events/tell.ts' {
  interface Events {
    'company.registered': { name: string }
    'company.changed': { fields: string[] }
    'company.security_changed': { roles: string[]; from: string | null }
    'member.key_made': { name: string; key: string; scopes: string[] }
    'member.key_revoked': { name: string; key: string }
    'member.added': { name: string; specialities: string[] }
    'member.joined': { name: string; role: Role; invitation_id: string | null }
    'member.asked_to_join': { name: string; head: string }
    'member.stopped_waiting': { name: string }
    'member.turned_away': { name: string }
    'member.head_declared': { name: string; head: string }
    'member.head_refused': { name: string; head: string }
    'member.placed': { name: string; head: string; from: string | null }
    'member.expected_came': { name: string; expected: string; placed: number }
    /** What was handed over, in numbers; each thing tells for itself to whom. */
    'member.left': { name: string; handed: { group: string; count: number; to: string | null }[] }
    'member.suspended': { name: string }
    'member.resumed': { name: string }
    /** An administrator has put away his second step, passkeys and sessions. */
    'member.sign_in_reset': { name: string }
    'member.taken_back': { name: string }
    /** What stood on the other card of the same person; it is on that card no more. */
    'member.merged': { name: string; gone: string; gone_id: string; was: Record<string, string | null> }
    'member.merged_into': { name: string; into: string; into_id: string }
    /** Somebody has said that these are two people, or has taken it back. */
    'member.told_apart': { name: string; other: string }
    'member.maybe_double': { name: string; other: string }
    'company.given': { from: string; to: string }
    'joining_link.made': { role: Role }
    'joining_link.closed': { role: Role }
    'member.changed': { name: string; changes: Changed[] }
    /** Sums are in the table of rates, for those who may read money; here stands only from when. */
    'member.rate_set': { name: string; from_day: string }
    'member.legal_form_set': { name: string; form: string; from_day: string; contract_number: string | null }
    'member.certificate_added': Certified
    'member.certificate_changed': { name: string; certificate: string; changes: Changed[] }
    'member.certificate_removed': Certified
    'member.link_made': { name: string }
    'member.link_used': { name: string }
    'member.schedule_set': { name: string; from_day: string; to_day: string | null }
    'member.schedule_removed': { name: string; from_day: string; to_day: string | null }
    /** It holds at once; what is asked waits for somebody's word. */
    'member.absence_entered': Away
    'member.absence_asked': Away
    'member.absence_confirmed': Away
    'member.absence_refused': Away
    'member.absence_changed': Away
    'member.absence_withdrawn': Away
    'member.substituted': { name: string; deputy: string; from_day: string; to_day: string }
    'member.substitution_ended': { name: string; deputy: string }
    /** With whose eyes: of the person whom it is about, or of a role, when it is about him who looks. */
    'member.viewing_begun': { name: string; role: Role | 'own' | null; role_name: string | null }
    'member.viewing_ended': { name: string; role: string | null; role_name: string | null; by: string }
    'role.made': { name: string; rights: string[] }
    'role.changed': { name: string; was: string; added: string[]; removed: string[] }
    'role.archived': { name: string; people: number }
    'role.restored': { name: string }
    /** `role` is the fixed role, or `own` for one of the company's, which is called `role_name`. */
    'member.role_set': { name: string; from: Called; to: Called; role: Role | 'own'; role_name: string | null }
    'speciality.added': { name: string }
    'invitation.sent': Invited
    'invitation.renewed': Invited
    'invitation.opened': Invited
    'invitation.withdrawn': Invited
  }
}
