import { parentPort, workerData } from 'node:worker_threads';
import { compareOutlines } from '@uptake/sources/domain';
import { readDocument } from './read-document';
import type { Recognised, RecogniserTask } from './recogniser-task';

/*
 * A thread of its own for reading what people bring in. A document that takes forever, or all the memory that it is given, ends this
 * thread and nothing else.
 */
const { document, before } = workerData as RecogniserTask;
const read = 'text' in document ? readDocument(document.text) : { outline: document.outline, lines: [] };
const answer: Recognised = { ...read, difference: before && compareOutlines(before, read.outline) };
parentPort?.postMessage(answer);
