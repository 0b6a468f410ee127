/** Letters of the product: subjects and bodies, plain text. */
export const mails = {
  'mail.reset_password.subject': 'Новый пароль',
  'mail.reset_password.body':
    'Здравствуйте, {name}!\n\nЧтобы задать новый пароль, откройте ссылку:\n{url}\n\nЕсли вы этого не просили, ничего делать не нужно: пароль остаётся прежним.',
  'mail.hello': 'Здравствуйте, {name}!',
  'mail.hello_anybody': 'Здравствуйте!',
  'mail.invitation.subject': '{company} приглашает вас в Наряд',
  'mail.invitation.body':
    '{who} приглашает вас в компанию «{company}». Ваша роль: {role}.\n\nЧтобы присоединиться, откройте ссылку:\n{url}\n\nСсылка личная и действует {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}.',
  'mail.acceptance.subject': 'Заказ № {number}: примите работу',
  'mail.acceptance.body':
    'Работа «{title}» сделана, заказ № {number}.\n\nПосмотрите результат и примите его или напишите, что не так:\n{url}\n\nСсылка личная, пароль не нужен.\n\n{who}',
}
