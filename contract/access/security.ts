import { Type, type Static } from 'typebox'
import { endpoint, Id, Nullable, OneOf, Text, When } from '../endpoint.ts'
import { Role } from '../member-card.ts'

/** What a key may be let into: a part of the API, to read it or also to change it. */
export const ApiScope = OneOf(
  'orders.read',
  'orders.write',
  'tasks.read',
  'tasks.write',
  'counterparties.read',
  'counterparties.write',
  'people.read',
  'people.write',
  'documents.read',
  'documents.write',
  'reports.read',
)
export type ApiScope = Static<typeof ApiScope>

export const SignIn = Type.Object({
  id: Id,
  at: When,
  method: OneOf('password', 'code', 'passkey'),
  passed: Type.Boolean(),
  address: Nullable(Type.String()),
  user_agent: Nullable(Type.String()),
})
export type SignIn = Static<typeof SignIn>

export const listSignIns = endpoint({
  method: 'GET',
  path: '/me/sign-ins',
  private: true,
  summary: 'Tries to sign in to my own account, passed and failed, the last fifty',
  door: 'user',
  reply: Type.Object({ rows: Type.Array(SignIn) }),
})

export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(ApiScope),
  created_at: When,
  expires_at: When,
  last_used_at: Nullable(When),
})
export type ApiKey = Static<typeof ApiKey>

export const listApiKeys = endpoint({
  method: 'GET',
  path: '/api-keys',
  private: true,
  summary: 'My keys for programs in this company that still open it',
  door: 'staff',
  reply: Type.Object({ rows: Type.Array(ApiKey) }),
})

export const makeApiKey = endpoint({
  method: 'POST',
  path: '/api-keys',
  summary: 'Makes a key by which a program works as I do, within its scopes; its text is shown once',
  door: 'staff',
  proof: true,
  secret: true,
  body: Type.Object({
    name: Text(100),
    scopes: Type.Array(ApiScope, { minItems: 1, maxItems: 20 }),
    /** 90 unless said otherwise. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
  }),
  reply: Type.Object({ key: ApiKey, text: Type.String() }),
})

export const revokeApiKey = endpoint({
  method: 'DELETE',
  path: '/api-keys/:api_key_id',
  summary: 'Revokes a key of mine: it opens nothing from now on',
  door: 'staff',
  params: Type.Object({ api_key_id: Id }),
  reply: Type.Object({ rows: Type.Array(ApiKey) }),
})

export const CompanySecurity = Type.Object({
  /** Roles whose people must have a second factor: an app's code or a passkey. */
  roles: Type.Array(Role),
  /** From when they are let in with it only; null when no role must. */
  from: Nullable(When),
  people: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      role: Role,
      second_factor: Type.Boolean(),
      last_sign_in_at: Nullable(When),
    }),
  ),
  version: Type.Integer(),
})
export type CompanySecurity = Static<typeof CompanySecurity>

export const getCompanySecurity = endpoint({
  method: 'GET',
  path: '/company/security',
  summary: 'Which roles must have a second factor, and how the staff sign in',
  door: 'staff',
  reply: CompanySecurity,
})

export const changeCompanySecurity = endpoint({
  method: 'PUT',
  path: '/company/security',
  summary: 'Sets which roles must have a second factor, after so many days of grace',
  door: 'staff',
  body: Type.Object({
    roles: Type.Array(OneOf('owner', 'admin', 'manager', 'accountant', 'member'), { maxItems: 5 }),
    grace_days: Type.Optional(Type.Integer({ minimum: 0, maximum: 30 })),
  }),
  reply: CompanySecurity,
})
