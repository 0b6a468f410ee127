/** «Документы»: the list of issued documents and one of them beside it. */
export const documentPages = {
  'documents.empty': 'Здесь будут счета и акты',
  'documents.empty_hint':
    'Документы выписываются из карточки заказа: строки, суммы и реквизиты берутся из договорённостей, номера идут подряд.',
  'documents.kind': 'Вид',
  'documents.kind.invoice': 'Счёт',
  'documents.kind.act': 'Акт',
  'documents.number': 'Номер',
  'documents.date': 'Дата',
  'documents.counterparty': 'Контрагент',
  'documents.order': 'Заказ',
  'documents.sum': 'Сумма',
  'documents.vat': 'в том числе НДС',
  'documents.vat_none': 'без НДС',
  'documents.basis': 'Основание',
  'documents.issued_by': 'Выписал',
  'documents.lines': 'Строки',
  'documents.open_pdf': 'Открыть PDF',
  'documents.void': 'Аннулирован',
  'documents.do_void': 'Аннулировать',
  'documents.void_title.invoice': 'Аннулировать счёт № {number}?',
  'documents.void_title.act': 'Аннулировать акт № {number}?',
  'documents.void_hint':
    'Документ останется в списке с отметкой и причиной, его номер больше не выдаётся. Вернуть документ нельзя, можно выписать новый.',
  'documents.void_why': 'Причина',
  'documents.title.invoice': 'Счёт № {number}',
  'documents.title.act': 'Акт № {number}',
} as const
