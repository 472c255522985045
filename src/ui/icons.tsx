/** The icons the page uses, drawn on a 16 × 16 grid. They say nothing to a screen reader: the control's label does. */
const PATHS = {
  play: 'M4.5 2.8v10.4L13 8z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  back: 'M11.5 2.8v10.4L3 8z',
  forward: 'M4.5 2.8v10.4L13 8z',
  stop: 'M4 4h8v8H4z',
} as const;

const STROKES = {
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  close: 'm4 4 8 8M12 4l-8 8',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  settle: 'M1.8 8h4.7M4.6 5.8 6.8 8l-2.2 2.2M14.2 8H9.5M11.4 5.8 9.2 8l2.2 2.2',
  undo: 'M6 3.5 3 6.5l3 3M3.5 6.5H10a3 3 0 0 1 0 6H7',
  redo: 'm10 3.5 3 3-3 3M12.5 6.5H6a3 3 0 0 0 0 6h3',
  sun: 'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M3.2 12.8l1-1M11.8 4.2l1-1',
  moon: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.4 10.4l3.1 3.1',
  file: 'M4 1.8h5l3 3v9.4H4zM9 1.8v3h3',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M8 7.2v4M8 4.6v.6',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  unpin: 'M5.5 2.5h5M6.5 2.5v4l-2 2.5h7l-2-2.5v-4M8 9v4.5M2.5 13.5l11-11',
  lasso:
    'M8 3c3.2 0 5.5 1.5 5.5 3.6S11.2 10.2 8 10.2 2.5 8.7 2.5 6.6 4.8 3 8 3M5 9.8c-1.4.4-1.7 1.6-.8 2.2.9.6 2.2-.1 1.7-1.2M4.6 12.2c.2 1-.3 1.8-1.2 2.2',
  filter: 'M2.5 3.5h11L9.3 8.6v4.2l-2.6-1.4V8.6z',
  look: 'M3 4.5h5M11 4.5h2M9.5 3v3M3 8h2M8 8h5M6.5 6.5v3M3 11.5h6M12 11.5h1M10.5 10v3',
  whole: 'M6.5 2.5h-4v4M9.5 2.5h4v4M6.5 13.5h-4v-4M9.5 13.5h4v-4M2.5 2.5l4 4M13.5 2.5l-4 4M2.5 13.5l4-4M13.5 13.5l-4-4',
  flask: 'M5.5 2h5M6.5 2v4L2.8 12.3a1.2 1.2 0 0 0 1 1.7h8.4a1.2 1.2 0 0 0 1-1.7L9.5 6V2M4.6 10h6.8',
  lanes: 'M2.5 2.8h4.6v10.4H2.5zM8.9 2.8h4.6v10.4H8.9zM4 9.8l1.6-3M10.4 6.2l1.6 3',
  check: 'm3.2 8.4 3.2 3.2 6.4-7.2',
} as const;

export type IconName = keyof typeof PATHS | keyof typeof STROKES;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const filled = name in PATHS;
  const path = filled ? PATHS[name as keyof typeof PATHS] : STROKES[name as keyof typeof STROKES];
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      {filled ? (
        <path d={path} fill="currentColor" />
      ) : (
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
