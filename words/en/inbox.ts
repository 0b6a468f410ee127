/** Refusals and faults of channels and dialogues. */
export const inbox = {
  'call.in_future': 'A call cannot be in the future.',
  'channel.archived': 'This channel is switched off. Switch it on in the settings of channels.',
  'channel.cannot_begin': 'In this channel the customer writes first: a conversation cannot be begun from here.',
  'channel.kind_unknown': 'Such a channel cannot be connected yet.',
  'channel.managers_only': 'The owner and administrators connect channels. Ask them.',
  'channel.missing': 'There is no such channel.',
  'channel.refused': 'It could not be connected.',
  'channel.unreachable': 'The server does not answer. It is being tried again.',
  'contact.no_reach': 'This contact cannot be written to here: add an address or a number.',
  'conversation.missing': 'There is no such dialogue.',
  'conversation.managers_only': 'A manager answers and hands out dialogues. You may leave a note among us.',
  'conversation.not_yours': 'Dialogues are not open to you. Ask an administrator.',
  'conversation.no_answering':
    'A call cannot be answered from here: call back, or write where the customer can be reached. You can leave a note for colleagues.',
  'conversation.snooze_past': 'Name a time that is still to come.',
  'delivery.returned': 'The letter came back: the addressee did not get it.',
  'delivery.delayed': 'The addressee’s server does not take the letter yet and tries again.',
  'message.missing': 'There is no such message.',
  'message.not_failed': 'This message has been sent already.',
  'message.not_sent': 'A note among us is not sent.',
} as const
