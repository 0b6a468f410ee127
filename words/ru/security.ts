/** Security of accounts: sign-in history, passkeys, keys for programs, what the company requires. */
export const security = {
  'account.too_many_tries': 'Слишком много попыток войти с этой почтой. Подождите 15 минут или восстановите пароль.',
  'account.password_common': 'Такой пароль подбирают первым. Придумайте другой, например из нескольких слов.',
  'account.second_factor_required':
    'В компании для вашей роли обязателен второй шаг при входе. Настройте его, чтобы продолжить.',
  'account.session_not_fresh': 'Вы вошли давно. Чтобы менять ключи входа, выйдите и войдите снова.',
  'api_key.scope': 'Этому ключу такое не разрешено.',
  'api_key.missing': 'Такого ключа нет: его уже отозвали.',
} as const
