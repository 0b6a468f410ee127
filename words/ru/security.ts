/** Security of accounts: sign-in history, passkeys, keys for programs, what the company requires. */
export const security = {
  'account.too_many_tries': 'Слишком много попыток войти с этой почтой. Подождите 15 минут или восстановите пароль.',
  'account.password_common': 'Такой пароль подбирают первым. Придумайте другой, например из нескольких слов.',
  'account.password_of_known_words':
    'Такой пароль складывают из имени, почты или названия компании. Придумайте другой, например из нескольких слов.',
  'account.passkey_not_found': 'Этот ключ здесь не известен: его удалили или он от другой учётной записи.',
  'account.previously_registered': 'Такой ключ на этом устройстве уже есть.',
  'account.second_factor_required':
    'В компании для вашей роли обязателен второй шаг при входе. Настройте его, чтобы продолжить.',
  'account.second_step_due': 'В компании для вашей роли одного пароля мало: покажите ключ входа или код.',
  'account.second_proof_needed':
    'Пароля здесь мало: подтвердите ключом входа. Если ключ потерян, попросите администратора сбросить вход.',
  'account.email_is_the_same': 'Это ваша нынешняя почта.',
  'account.email_taken': 'С этой почтой уже есть другая учётная запись.',
  'account.proof_needed': 'Сначала подтвердите, что это вы.',
  'account.code_used': 'Этот код уже использован. Дождитесь следующего: они меняются раз в полминуты.',
  'account.passkey_not_verified': 'Устройство не спросило PIN, палец или лицо. Включите это на нём.',
  'api_key.scope': 'Этому ключу такое не разрешено.',
  'api_key.missing': 'Такого ключа нет: его уже отозвали.',
  'passkey.sign_in': 'Войти ключом',
  'secure.tab': 'Безопасность',
} as const
