import { Type } from 'typebox'
import { endpoint, Id, Nothing, OneOf } from '../endpoint.ts'

export const setLocale = endpoint({
  method: 'PUT',
  path: '/me/locale',
  private: true,
  summary: 'In which language I read my screens: letters come in it too',
  door: 'user',
  body: Type.Object({ locale: OneOf('ru', 'en') }),
  reply: Nothing,
})

export const resetSignIn = endpoint({
  method: 'POST',
  path: '/members/:member_id/sign-in/reset',
  summary:
    'Lets one of the staff in again who has lost his passkey or app: he comes by his password and sets a second step anew',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  reply: Nothing,
})
