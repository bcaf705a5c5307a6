#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { mayGoOn } from './node.js';

if (mayGoOn(fileURLToPath(import.meta.url))) await import('../../out/main/cli.js');
