import type { z } from 'zod';
import type { RecentFile } from '../../../shared/domain/portfolio.ts';
import { findCommands, type Command } from '../commands.ts';
import { modelCommands, recentCommands } from './found.ts';

/** P45 What fits the words typed: companies, sites, inputs, formulas, files and commands, in both languages. */
export function search(typed: string, recent: readonly z.infer<typeof RecentFile>[]): Command[] {
  const files = recentCommands(recent);
  // What the model holds is looked through only for a word: it would push out the commands otherwise.
  return findCommands(typed, typed.trim() === '' ? files : [...files, ...modelCommands()]);
}
