import type { Language } from '#platform/text.ts';
import type { BoardFacts } from '../facts.ts';

export type PageProps = { facts: BoardFacts; language: Language };
