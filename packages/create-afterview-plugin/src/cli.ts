#!/usr/bin/env node
import { runCommandLine } from './command-line.ts'

const print = (text: string): void => void process.stdout.write(text)
process.exitCode = await runCommandLine(process.argv.slice(2), print)
