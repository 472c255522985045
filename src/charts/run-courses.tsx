import type { Series } from './series';

interface CourseProps {
  series: Series;
  across: (value: number) => number;
  up: (value: number) => number;
}

/** A line through the means, on a band from the least to the most. */
export function Course({ series: { colour, dash, course }, across, up }: CourseProps) {
  const most = course.map((at) => [across(at.x), up(at.most)] as const);
  const least = course.map((at) => [across(at.x), up(at.least)] as const).reverse();
  return (
    <g>
      <path className="run-chart-band" d={`${lineThrough(most)}${lineThrough(least, 'L')}Z`} fill={colour} />
      <path
        className="run-chart-line"
        d={lineThrough(course.map((at) => [across(at.x), up(at.mean)]))}
        stroke={colour}
        strokeDasharray={dash}
      />
    </g>
  );
}

/** What a series is held against, thin and behind all else. */
export function LineBehind({ series: { colour, behind }, across, up }: CourseProps) {
  if (!behind) return null;
  const points = behind.points.map(({ x, y }) => [across(x), up(y)] as const);
  return <path className="run-chart-behind" d={lineThrough(points)} stroke={colour} />;
}

function lineThrough(points: readonly (readonly [number, number])[], begin: 'M' | 'L' = 'M'): string {
  return points.map(([x, y], i) => `${i === 0 ? begin : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}
