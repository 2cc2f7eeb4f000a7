import type { RefusalReader } from '../../http/http-client'
import type { Reply } from '../../http/reply'
import { messageField, messageText, textField } from '../../json'

/** What AWS says of a failure. Both are empty if it says nothing. */
export interface AwsError {
  /** AWS's name for it, such as `AccessDeniedException`. */
  readonly code: string
  readonly message: string
}

/** Reads a refusal of KMS, which is JSON, or of STS, which is XML. */
export function awsError({ body, text }: Reply): AwsError {
  if (body === undefined)
    return { code: xmlText(text, 'Code'), message: messageText(xmlText(text, 'Message')) }
  const message = messageField(body, 'message')
  return {
    // A name can have a namespace in front.
    code: textField(body, '__type').replace(/^.*#/s, ''),
    message: message === '' ? messageField(body, 'Message') : message
  }
}

/** The text of the first element with this name; empty if there is none. */
export function xmlText(xml: string, name: string): string {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
  const entities = [
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&quot;', '"'],
    ['&apos;', "'"],
    // Last, so that what it makes is not read again.
    ['&amp;', '&']
  ] as const
  return entities.reduce((rest, [entity, is]) => rest.replaceAll(entity, is), text).trim()
}

/** Whether AWS asks to send fewer requests. */
export function isThrottled({ code }: AwsError): boolean {
  return /^(?:Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded)$/.test(
    code
  )
}

/** Whether STS could not get the keys of GitHub's OIDC service. It often works a moment later. */
export function isIssuerUnreachable({ code, message }: AwsError): boolean {
  return code === 'IDPCommunicationError' || /retrieve verification key/i.test(message)
}

/** Whether AWS refused the time in a signature. */
export function isClockRefusal({ message }: AwsError): boolean {
  return /signature (?:expired|not yet current)/i.test(message)
}

/** How to read the answers of STS and KMS. */
export const AWS_REFUSALS: RefusalReader = {
  codeOf: (reply) => awsError(reply).code,
  isTemporary: (reply) => {
    const error = awsError(reply)
    return reply.status === 429 || isThrottled(error) || isIssuerUnreachable(error)
  }
}
