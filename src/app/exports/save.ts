import { counted } from '../../charts/numbers';
import { attempt } from '../../store/attempt';
import { currentSession } from '../../store/current-session';
import { saveFile } from '../../ui/save-file';
import { addressOf } from '../address-of';
import { DATA, type DataName } from './kinds';

/** Saves a file of what is on screen. @returns what to say of it; '' when it failed, which has then been said. */
export async function saveExport(kind: string): Promise<string> {
  let said = '';
  await attempt('The file could not be made', async () => {
    const { exportAs, exportName } = await import('./export');
    const name = exportName(kind);
    saveFile(await exportAs(kind, addressOf(currentSession())), name);
    said = `Saved: ${name}`;
  });
  return said;
}

/** Copies the numbers of a view as spreadsheets take them. @returns as `saveExport`. */
export async function copyData(data: string): Promise<string> {
  let said = '';
  await attempt('The numbers could not be copied', async () => {
    const name = DATA.find((each): each is DataName => each === data);
    if (!name) throw new Error(`there is no data called "${data}"`);
    const { dataAsText } = await import('./data');
    const text = await dataAsText(name);
    if (!navigator.clipboard) throw new Error('This browser lets no page copy without https. Save the CSV instead.');
    await navigator.clipboard.writeText(text);
    said = `Copied: ${counted(text.split('\n').length - 2, 'row')}, for a spreadsheet`;
  });
  return said;
}
