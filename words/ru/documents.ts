/** Documents: refusals, what forms and files are called, sentences of the timeline. */
export const documents = {
  'document.missing': 'Такого документа нет. Возможно, он другой компании.',
  'document.not_yours': 'Документы выписывают менеджер и бухгалтер. Попросите их или владельца компании.',
  'document.already_void': 'Документ уже аннулирован.',
  'document.act_exists': 'Акт по этому заказу уже выписан. Чтобы выписать другой, аннулируйте его с причиной.',
  'document.issued_in_future': 'Дата документа ещё не наступила. Поставьте сегодняшнюю или раньше.',
  'document.quantity_zero': 'Количество не может быть нулём',
  'document.price_negative': 'Цена не может быть меньше нуля',
  'document.sum_too_large': 'Такая сумма не поместится в форму. Проверьте цену и количество.',
  'document.requisites_missing':
    'Для документа не хватает реквизитов. Дополните карточку контрагента или реквизиты компании в настройках.',
  'document.act_before_acceptance': 'Акт выписывают, когда заказчик принял работу. Сейчас можно выписать счёт.',
  'document.nothing_agreed': 'Сумма не согласована. Запишите договорённости с ценой или задайте строки документа сами.',
  'document.no_counterparty': 'Неизвестно, кому выписывать. Укажите контрагента в заказе.',
  'document.order_ended': 'Заказ закрыт. Откройте его заново, чтобы менять документы.',
  'document.file_invoice': 'Счёт № {number} от {date}.pdf',
  'document.file_act': 'Акт № {number} от {date}.pdf',
  'document.basis_order': 'Заказ № {number} от {date}',
  'document.unit_service': 'усл.',
  'document.unit_hour': 'ч',
  'document.line_hours': '{name} ({hours} ч {minutes} мин по {price})',
  'event.order.documents_issued':
    '{which, select, invoice {выписан счёт № {invoice}} act {выписан акт № {act}} other {выписаны счёт № {invoice} и акт № {act}}} на {total}',
  'event.order.document_voided':
    '{kind, select, invoice {аннулирован счёт № {document}} other {аннулирован акт № {document}}}: {reason}',
} as const
