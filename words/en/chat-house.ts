import type { chatHouse as russian } from '../ru/chat-house.ts'

/** The chat on a site as the company and its letters say it; the widget carries web-chat.ts alone. */
export const chatHouse: Record<keyof typeof russian, string> = {
  'chat.guest': 'Guest {number}',
  'chat.from_page': 'Site, page “{title}”',
  'chat.letter_subject': 'An answer to your message: {company}',
  'chat.letter_hello': 'Hello! {company} answers your message in the chat on the site:',
  'chat.letter_files': 'Files in the chat: {files}',
  'chat.letter_back': 'Go on with the conversation:\n{link}',
  'chat.missing': 'There is no such chat, or it was removed.',
  'chat.foreign_site': 'The chat is not allowed on this site. Add its address in the settings of the channel.',
  'chat.identity_wrong':
    'The signature of the visitor does not fit. Check the secret of the channel and the order of lines.',
  'chat.site_wrong': '“{words}” does not look like the address of a site',
  'chat.no_sites': 'Name at least one site that will carry the chat.',
}
