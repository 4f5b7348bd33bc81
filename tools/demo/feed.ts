import { addDays } from '../../lib/model/dates';
import { recordedLibrary } from '../replay/recorded-library';
import { sampleLibrary } from '../replay/sample-library';
import { startReplayServer, type ReplayServer } from '../replay/server';
import type { ReplayLibrary } from '../replay/types';

/** Days of recordings to play, up to the newest. */
const RECORDED_DAYS = 30;

/** Starts the server that plays the sites: from recordings if a folder is given, else from the sample. */
export function startDemoServer(dataDir: string | undefined): Promise<ReplayServer> {
  return startReplayServer(dataDir === undefined ? sampleLibrary() : lastDays(dataDir));
}

function lastDays(dir: string): ReplayLibrary {
  const [newest] = recordedLibrary({ dir }).editionDates;
  if (newest === undefined) throw new Error(`${dir}/hf-daily holds no recorded day.`);
  return recordedLibrary({ dir, from: addDays(newest, 1 - RECORDED_DAYS) });
}
