/** Why a channel does not work, and why a message of it did not go out or in whole. */
export const channelFaults = {
  'channel.token_wrong':
    'The key (token) was not accepted: it is mistyped or was replaced. Copy the key again and paste it here.',
  'channel.conflict':
    'Another program reads the same bot, so messages go now there, now here. Disconnect the bot there or replace the key in the settings of the bot.',
  'channel.other_program':
    'The bot is already connected to another program ({words}). Disconnect it there, or take the bot over.',
  'channel.needs_https':
    'To have the messenger bring messages, the product must be reached by an https address. Choose “We ask ourselves”.',
  'channel.hook_unreached':
    'The messenger cannot bring us messages: our address does not answer it. Nothing is lost, it will be brought once the connection is back.',
  'channel.too_many': 'The messenger asked to wait: too many messages in a row. We go on by ourselves.',
  'channel.blocked':
    'The person has stopped the bot or deleted the chat. Nothing can be written to them until they write first.',
  'channel.group_left': 'The bot is no longer in this group. Add it again to answer.',
  'channel.no_right': 'The bot may not write in this group. Allow it in the settings of the group.',
  'channel.chat_gone': 'This chat is no longer there in the messenger.',
  'channel.no_answer_there': 'The bot cannot write into this chat: it is not in it.',
  'channel.nothing_to_send': 'The message is empty.',
  'channel.message_refused': 'The messenger did not take the message.',
  'channel.file_too_large': 'The file is too large for this messenger.',
  'channel.file_over_50mb': 'The file is over 50 MB: a bot cannot send it. Send a link to the file.',
  'channel.file_too_heavy': 'The file is over 50 MB: such files are not taken in. Ask for a link.',
  'channel.file_not_ready': 'The messenger is still looking through the file. It goes out as soon as that is done.',
  'channel.file_over_20mb': 'The file is over 20 MB: bots are not given such files. Ask for a link or a letter.',
  'channel.file_gone': 'The messenger no longer keeps this file. Ask to send it once more.',
  'channel.file_not_given': 'The messenger never gave the file. Ask to send it once more.',
  'telegram.give_phone': 'Send my number',
} as const
