import type { FastifyInstance } from 'fastify'
import { listOffers as listOffersAt } from '#contract/invitations.ts'
import * as mails from '#contract/outgoing-mails.ts'
import * as contract from '#contract/people.ts'
import { serve } from '#platform/http/serve.ts'
import { absenceRoutes } from './absences/routes.ts'
import { chooseCompany } from './companies/choose-company.ts'
import { changeCompany, getCompanySettings } from './companies/company-settings.ts'
import { listOutgoingMails } from './companies/outgoing-mails.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { giveOwnership } from './companies/give-ownership.ts'
import { registerCompany } from './companies/register-company.ts'
import { acceptInvitation, holderOfInvitation, lookAtInvitation } from './invitations/accept-invitation.ts'
import { invite, renewInvitation, withdrawInvitation } from './invitations/invite.ts'
import { listOffers } from './invitations/list-offers.ts'
import { listInvitations } from './invitations/list-invitations.ts'
import { joiningRoutes } from './joining/routes.ts'
import { certificateRoutes } from './certificates/routes.ts'
import { addPerformer } from './members/add-performer.ts'
import { changeMember } from './members/change-member.ts'
import { getMember, listMembers } from './members/list-members.ts'
import { holderOfLink, lookAtPersonalLink, makePersonalLink, usePersonalLink } from './members/personal-links.ts'
import { setLegalForm } from './members/legal-forms.ts'
import { setRate } from './members/rates.ts'
import { listSpecialities } from './members/specialities.ts'
import { performerRoutes } from './performers/routes.ts'
import { securityRoutes } from './security/routes.ts'
import { poolRoutes } from './pools/routes.ts'
import { presentMe } from './present-me.ts'
import { roleRoutes } from './roles/routes.ts'
import { substitutionRoutes } from './substitutions/routes.ts'
import { treeRoutes } from './tree/routes.ts'
import { viewingRoutes } from './viewing/routes.ts'

export function peopleRoutes(app: FastifyInstance): void {
  serve(app, contract.getMe, presentMe)
  serve(app, contract.registerCompany, registerCompany)
  serve(app, contract.chooseCompany, chooseCompany)
  serve(app, contract.getCompanySettings, getCompanySettings)
  serve(app, contract.changeCompany, changeCompany)
  serve(app, contract.giveOwnership, giveOwnership)
  serve(app, mails.listOutgoingMails, listOutgoingMails)

  calendarRoutes(app)
  absenceRoutes(app)

  serve(app, contract.listMembers, listMembers)
  serve(app, contract.getMember, getMember)
  serve(app, contract.addPerformer, addPerformer)
  serve(app, contract.changeMember, changeMember)
  serve(app, contract.setRate, setRate)
  serve(app, contract.setLegalForm, setLegalForm)
  serve(app, contract.listSpecialities, listSpecialities)
  serve(app, contract.makePersonalLink, makePersonalLink)
  serve(app, contract.lookAtPersonalLink, lookAtPersonalLink, holderOfLink(app.frame))
  serve(app, contract.usePersonalLink, usePersonalLink, holderOfLink(app.frame))

  performerRoutes(app)
  certificateRoutes(app)

  serve(app, contract.invite, invite)
  serve(app, listOffersAt, listOffers)
  serve(app, contract.listInvitations, listInvitations)
  serve(app, contract.renewInvitation, renewInvitation)
  serve(app, contract.withdrawInvitation, withdrawInvitation)
  serve(app, contract.lookAtInvitation, lookAtInvitation, holderOfInvitation(app.frame))
  serve(app, contract.acceptInvitation, acceptInvitation)
  joiningRoutes(app)
  treeRoutes(app)
  poolRoutes(app)
  substitutionRoutes(app)
  securityRoutes(app)
  roleRoutes(app)
  viewingRoutes(app)
}
