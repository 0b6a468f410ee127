import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/certificates.ts'
import { serve } from '#platform/http/serve.ts'
import { addCertificate, listCertificates } from './add-certificate.ts'
import { findCertificateFaults, listCertificateKinds } from './certificate-faults.ts'
import { changeCertificate } from './change-certificate.ts'
import { removeCertificate } from './remove-certificate.ts'

export function certificateRoutes(app: FastifyInstance): void {
  serve(app, contract.listCertificates, listCertificates)
  serve(app, contract.addCertificate, addCertificate)
  serve(app, contract.changeCertificate, changeCertificate)
  serve(app, contract.removeCertificate, removeCertificate)
  serve(app, contract.findCertificateFaults, findCertificateFaults)
  serve(app, contract.listCertificateKinds, listCertificateKinds)
}
