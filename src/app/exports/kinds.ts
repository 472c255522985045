import type { PictureView } from '../pictures/picture-view';

/** What can be exported. `hopscope.export('embedding.npy')` names one and its format; `@k` in between, another hop. */
export const PICTURES: readonly PictureView[] = [
  'graph',
  'embedding',
  'timeline',
  'inspector',
  'training',
  'experiment',
  'comparison',
];
export const DATA = [
  ...(['nodes', 'embedding', 'projection', 'logits', 'measures'] as const),
  ...(['explanation', 'influence', 'epochs', 'experiment', 'comparison'] as const),
] as const;
export type DataName = (typeof DATA)[number];

export const PICTURE_FORMATS = ['png', 'svg'] as const;
export const DATA_FORMATS = ['csv', 'npy', 'json'] as const;

/** Of these there is one a hop. */
const AT_A_HOP: readonly DataName[] = ['embedding', 'projection', 'explanation', 'influence'];

export type Kind =
  | { is: 'picture'; view: PictureView; format: (typeof PICTURE_FORMATS)[number] }
  | { is: 'data'; data: DataName; format: (typeof DATA_FORMATS)[number]; hop: number | null }
  | { is: 'session' }
  | { is: 'weights' };

/** @throws {Error} naming the kinds there are. */
export function parseKind(written: unknown): Kind {
  if (written === 'session.json') return { is: 'session' };
  if (written === 'weights.safetensors') return { is: 'weights' };
  const [, name, at, ending] = /^([a-z]+)(?:@(\d+))?\.([a-z]+)$/.exec(String(written)) ?? [];
  const view = PICTURES.find((each) => each === name);
  const picture = PICTURE_FORMATS.find((each) => each === ending);
  if (view && picture && at === undefined) return { is: 'picture', view, format: picture };
  const data = DATA.find((each) => each === name);
  const format = DATA_FORMATS.find((each) => each === ending);
  if (data && format && (at === undefined || AT_A_HOP.includes(data))) {
    return { is: 'data', data, format, hop: at === undefined ? null : Number(at) };
  }
  throw new Error(
    `export: there is no ${JSON.stringify(written) ?? 'nothing'}. Pictures are ${PICTURES.join(', ')} as .png or .svg; ` +
      `data are ${DATA.join(', ')} as .csv, .npy or .json, of another hop as in "embedding@3.npy"; ` +
      `and there are "session.json" and "weights.safetensors".`,
  );
}
