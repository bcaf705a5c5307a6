import { z } from 'zod';

/** A name without a folder: where a file goes is the analyst's answer to the dialog. */
export const FileName = z
  .string()
  .max(200)
  .regex(/^[^/\\\u0000-\u001F:*?"<>|]*[^/\\\u0000-\u001F:*?"<>|. ]$/);

const text = { fileName: FileName, text: z.string() };

/** What the page hands out as a file; a picture comes as Base64, because bytes cross every host's door as text. */
export const SavedFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('csv'), ...text }),
  z.strictObject({ kind: z.literal('json'), ...text }),
  z.strictObject({ kind: z.literal('svg'), ...text }),
  z.strictObject({ kind: z.literal('png'), fileName: FileName, base64: z.base64() }),
]);
export type SavedFile = z.infer<typeof SavedFile>;
