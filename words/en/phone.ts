import type { phone as ru } from '../ru/phone.ts'

export const phone = {
  'net.none': 'No network. What you enter is kept on the phone',
  'net.kept': 'No network. Kept on the phone: {n}',
  'net.sending': 'Sending: {n}',
  'net.sent': 'Everything is sent',
  'net.on_phone': 'Only on this phone so far',
  'photo.add': 'Add a photo',
  'photo.drop': 'Remove the photo',
} satisfies Record<keyof typeof ru, string>
