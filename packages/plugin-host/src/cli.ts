#!/usr/bin/env node
import { runCommandLine } from './cli/command-line.ts'

const today = new Date().toISOString().slice(0, 10)
const print = (text: string): void => void process.stdout.write(text)
process.exitCode = await runCommandLine(process.argv.slice(2), today, print)
