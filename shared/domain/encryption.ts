import { z } from 'zod';

/** What opens an encrypted file; it is never stored, logged or shown. */
export const Secret = z.strictObject({
  kind: z.enum(['password', 'recoveryKey']),
  text: z.string().min(1).max(1000),
});
export type Secret = z.infer<typeof Secret>;

export const Password = z.string().min(1).max(1000);

export const EncryptionState = z.strictObject({
  isEncrypted: z.boolean(),
  /** Backups and kept copies of this portfolio that lie in plain. */
  plainBackups: z.number().int(),
});

/** What a newly encrypted file leaves to keep; the key is shown once. */
export const Encrypted = z.strictObject({
  path: z.string(),
  recoveryKey: z.string(),
  /** Backups that were encrypted with it. */
  backups: z.number().int(),
});
export type Encrypted = z.infer<typeof Encrypted>;

export type Strength = 'none' | 'short' | 'fair' | 'long';

const fairLength = 10;
const longLength = 16;

/** How long a password withstands guessing depends first on its length; no other rule is made of it. */
export function strengthOf(password: string): Strength {
  const { length } = [...password];
  if (length === 0) return 'none';
  if (length < fairLength) return 'short';
  return length < longLength ? 'fair' : 'long';
}
