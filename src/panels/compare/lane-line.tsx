import type { ShownLane } from './use-lanes';

/** How a lane's lines are drawn, beside its title. */
export function LaneLine({ lane: { colour, dash } }: { lane: Pick<ShownLane, 'colour' | 'dash'> }) {
  return (
    <svg className="lane-line" width="24" height="4" aria-hidden="true">
      <line x1="0" x2="24" y1="2" y2="2" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
    </svg>
  );
}
