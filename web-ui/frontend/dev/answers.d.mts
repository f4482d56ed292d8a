import type { Session } from '../src/api/types';
import type { World } from './sample.mjs';

export function answerTo(world: World, session: Session, url: URL): { status: number; body: unknown };
