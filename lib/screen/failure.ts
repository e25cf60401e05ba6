/** From anything thrown to a code that has a sentence; what is not expected also reaches the console with its cause. */
import { AppError, type ErrorCode, isErrorCode } from '@/lib/domain/errors';

/** @param fallback the code of what was being done, for a failure that nobody foresaw */
export function codeOf(cause: unknown, fallback: ErrorCode): ErrorCode {
  if (cause instanceof AppError) return cause.code;
  console.error(fallback, cause);
  return fallback;
}

/** The code of an error answer that crossed contexts. */
export function answerCode(answer: { readonly error: string }, fallback: ErrorCode): ErrorCode {
  return isErrorCode(answer.error) ? answer.error : fallback;
}
