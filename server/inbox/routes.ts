import type { FastifyInstance } from 'fastify'
import * as calls from '#contract/inbox/calls.ts'
import * as channels from '#contract/inbox/channels.ts'
import * as contract from '#contract/inbox/conversations.ts'
import * as waiting from '#contract/inbox/waiting.ts'
import * as templates from '#contract/inbox/templates.ts'
import { serve } from '#platform/http/serve.ts'
import { logCall } from './channels/phone/log-call.ts'
import { telegramHook } from './channels/telegram/hook.ts'
import { changeChannel, checkChannel, listChannels } from './connecting/change-channel.ts'
import { connectChannel } from './connecting/connect-channel.ts'
import { findMailServers } from './connecting/find-mail-servers.ts'
import { letterRoutes } from './dialogues/letter-page.ts'
import { changeConversation } from './dialogues/change-conversation.ts'
import { showConversation } from './dialogues/get-conversation.ts'
import { countWaiting, listConversations } from './dialogues/list-conversations.ts'
import { listMessages } from './dialogues/list-messages.ts'
import { getMessageSource } from './dialogues/message-source.ts'
import { openConversation } from './dialogues/open-conversation.ts'
import { attendConversation, readConversation } from './dialogues/read-conversation.ts'
import { addReplyTemplate, changeReplyTemplate, listReplyTemplates } from './templates/templates.ts'
import { answerConversation, noteConversation, resendMessage } from './dialogues/write.ts'

export function inboxRoutes(app: FastifyInstance): void {
  serve(app, channels.listChannels, listChannels)
  serve(app, channels.connectChannel, connectChannel)
  serve(app, channels.changeChannel, changeChannel)
  serve(app, channels.checkChannel, checkChannel)
  serve(app, channels.findMailServers, findMailServers)
  serve(app, calls.logCall, logCall)
  serve(app, contract.listConversations, listConversations)
  serve(app, waiting.countWaiting, countWaiting)
  serve(app, contract.getConversation, (ctx, { conversation_id }) => showConversation(ctx, conversation_id))
  serve(app, contract.listMessages, listMessages)
  serve(app, contract.answerConversation, answerConversation)
  serve(app, contract.noteConversation, noteConversation)
  serve(app, contract.resendMessage, resendMessage)
  serve(app, contract.openConversation, openConversation)
  serve(app, contract.changeConversation, changeConversation)
  serve(app, contract.readConversation, readConversation)
  serve(app, contract.attendConversation, attendConversation)
  serve(app, contract.getMessageSource, getMessageSource)
  serve(app, templates.listReplyTemplates, listReplyTemplates)
  serve(app, templates.addReplyTemplate, addReplyTemplate)
  serve(app, templates.changeReplyTemplate, changeReplyTemplate)
  letterRoutes(app)
  telegramHook(app)
}
