import type { Command } from '../../store/command';
import { currentSession } from '../../store/current-session';
import { openDialog } from '../../store/page';
import { addressOf } from '../address-of';
import { DATA_FORMATS, type DataName, PICTURE_FORMATS } from '../exports/kinds';
import { copyData, saveExport } from '../exports/save';
import type { PictureView } from '../pictures/picture-view';

const VIEWS: Record<PictureView, string> = {
  graph: 'graph',
  embedding: 'embedding',
  timeline: 'timeline',
  inspector: 'inspector',
  training: 'training curves',
  experiment: 'experiment',
  comparison: 'comparison',
};
const NUMBERS: Record<DataName, string> = {
  nodes: 'nodes',
  embedding: 'embedding',
  projection: 'three components',
  logits: 'class scores',
  measures: 'measures',
  explanation: 'node’s arithmetic',
  influence: 'influence on the node',
  epochs: 'epochs of the training',
  experiment: 'runs of the experiment',
  comparison: 'measures of every lane',
};

/** Links and files. */
export const SHARE_COMMANDS: readonly Command[] = [
  {
    id: 'share.open',
    title: 'Share and export…',
    group: 'Share',
    keys: ['S'],
    controls: ['share', 'share-dialog'],
    words: 'link address save download picture embed iframe',
    run: () => openDialog('share'),
  },
  {
    id: 'share.copy-link',
    title: 'Copy the link',
    group: 'Share',
    controls: ['share', 'share-address'],
    words: 'address permalink url',
    run: () => navigator.clipboard.writeText(addressOf(currentSession())),
  },
  saving('session.json', 'Save a session file'),
  ...Object.entries(VIEWS).flatMap(([view, name]) =>
    PICTURE_FORMATS.map((format) =>
      saving(`${view}.${format}`, `Save a picture of the ${name} as ${format.toUpperCase()}`),
    ),
  ),
  ...Object.entries(NUMBERS).flatMap(([data, name]) =>
    DATA_FORMATS.map((format) => saving(`${data}.${format}`, `Save the ${name} as ${format.toUpperCase()}`)),
  ),
  ...Object.entries(NUMBERS).map(
    ([data, name]): Command => ({
      id: `copy.${data}`,
      title: `Copy the ${name} for a spreadsheet`,
      group: 'Share',
      controls: ['share', 'share-dialog'],
      words: 'clipboard data table',
      run: async () => void (await copyData(data)),
    }),
  ),
];

function saving(kind: string, title: string): Command {
  return {
    id: `export.${kind}`,
    title,
    group: 'Share',
    controls: ['share', 'share-dialog'],
    words: 'export download file',
    run: async () => void (await saveExport(kind)),
  };
}
