/**
 * The longest text taken for a key, in characters; nothing inside it can be longer either. An RSA
 * key of 16,384 bits, the most that OpenSSL signs with, in base64 twice over is a third of it.
 */
export const LONGEST_TEXT = 64 * 1024
