import { usageText } from '../shared/text/usageText.ts';
import { analyseCommand } from './commands/analyse.ts';
import { backcastCommand } from './commands/backcast.ts';
import { briefingCommand } from './commands/briefing.ts';
import { changesCommand } from './commands/changes.ts';
import { explainCommand } from './commands/explain.ts';
import { cleanCopyCommand } from './commands/cleanCopy.ts';
import { exportCommand } from './commands/exportPortfolio.ts';
import { importCommand } from './commands/importPortfolio.ts';
import { healthCommand } from './commands/health.ts';
import { importTableCommand } from './commands/importTable.ts';
import { modelCommand } from './commands/model.ts';
import { sensitivityCommand } from './commands/sensitivity.ts';
import { verifyCommand } from './commands/verify.ts';
import { workbookCommand } from './commands/workbook.ts';
import { runCommand, systemLanguage } from './commands/runCommand.ts';

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  analyse: analyseCommand,
  backcast: backcastCommand,
  briefing: briefingCommand,
  changes: changesCommand,
  explain: explainCommand,
  health: healthCommand,
  'import-table': importTableCommand,
  model: modelCommand,
  sensitivity: sensitivityCommand,
  export: exportCommand,
  import: importCommand,
  'clean-copy': cleanCopyCommand,
  verify: verifyCommand,
  workbook: workbookCommand,
};

// The reader of a pipe may have seen enough; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (name === '' || name === '--help') {
  process.stdout.write(usageText(systemLanguage()));
} else {
  process.exitCode = await runCommand(name, command, args);
}
