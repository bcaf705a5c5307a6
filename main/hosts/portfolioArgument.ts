import { extname, resolve } from 'node:path';

/** The portfolio a person opened by its file, as the system hands it to a program: the last argument of that kind. */
export function portfolioArgument(
  args: readonly string[],
  folder: string = process.cwd(),
): string | undefined {
  const file = args.findLast((arg) => !arg.startsWith('-') && extname(arg).toLowerCase() === '.umbau');
  return file === undefined ? undefined : resolve(folder, file);
}
