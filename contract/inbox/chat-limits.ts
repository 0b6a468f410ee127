// Apart from the schemas: the widget on a customer's site takes these two numbers without the library of schemas.
/** Bytes of a file that a visitor may send, and how many go with one message. */
export const CHAT_FILE_LIMIT = 20 * 1024 * 1024
export const CHAT_FILES = 5
