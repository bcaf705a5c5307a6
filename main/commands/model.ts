import { text } from 'node:stream/consumers';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { callModel, modelFunctions } from '../analysis/modelFunctions.ts';
import { readOptions } from './options.ts';

function parsed(json: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UserFacingError('cli.invalidJson');
  }
  if (!Array.isArray(value)) throw new UserFacingError('cli.invalidJson');
  return value;
}

export async function modelCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args, [], ['list']);
  const isList = options.values['list'] === true;
  const [extra] = options.positionals.slice(isList ? 0 : 1);
  if (extra !== undefined) throw new UserFacingError('cli.usage', { problem: extra });
  if (isList) {
    process.stdout.write(`${Object.keys(modelFunctions).join('\n')}\n`);
    return;
  }
  const name = options.positionals[0] ?? '';
  if (!Object.hasOwn(modelFunctions, name)) throw new UserFacingError('cli.unknownFunction', { name });
  process.stdout.write(`${JSON.stringify(callModel(name, parsed(await text(process.stdin))))}\n`);
}
