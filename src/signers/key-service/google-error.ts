import type { Reply } from '../../http/reply'
import { field, listField, messageField, textField } from '../../json'

/** What Google says of a failure. What it does not say is empty. */
export interface GoogleError {
  /** Such as `PERMISSION_DENIED`, or `invalid_grant` from the Security Token Service. */
  readonly code: string
  /** More exactly, such as `SERVICE_DISABLED`. */
  readonly reason: string
  /** Whose quota the request counts for, such as `projects/123456789012`. */
  readonly consumer: string
  readonly message: string
}

/**
 * Reads an error of Google's APIs (https://cloud.google.com/apis/design/errors), or of its Security
 * Token Service (RFC 6749, 5.2).
 */
export function googleError({ body }: Reply): GoogleError {
  const error = field(body, 'error')
  if (typeof error === 'string') {
    const message = messageField(body, 'error_description')
    return { code: error, reason: '', consumer: '', message }
  }
  const info = listField(error, 'details').find((detail) => textField(detail, 'reason') !== '')
  return {
    code: textField(error, 'status'),
    reason: textField(info, 'reason'),
    consumer: textField(field(info, 'metadata'), 'consumer'),
    message: messageField(error, 'message')
  }
}
