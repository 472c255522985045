import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Axis, amountAxis } from './axis';
import { LineChart } from './line-chart';

interface How {
  brokenAt?: Set<number>;
  scale?: Axis;
}

const chart = (values: (number | null)[], { brokenAt, scale }: How = {}) =>
  renderToStaticMarkup(
    <LineChart
      title="Gap"
      lines={[{ name: 'one', colour: 'red', dash: '', values, ...(brokenAt && { brokenAt }) }]}
      {...{ last: values.length - 1, unit: 'hop', scale: scale ?? 'amount', marked: null, shown: 0 }}
      format={String}
      onPick={() => undefined}
    />,
  );
const ticks = (markup: string) => [...markup.matchAll(/text-anchor="end">([^<]*)<\/text>/g)].map(([, text]) => text);

test('an amount goes from 0 to a round number, or as an axis says', () => {
  expect(ticks(chart([0, 3]))).toEqual(['0', '2.5', '5', '1']);
  expect(ticks(chart([-0.4, 0.2], { scale: amountAxis([-0.4, 0.2]) }))).toEqual(['−0.4', '0', '0.2', '1']);
});

test('a line breaks where it does not go on, as where there is no value', () => {
  const path = (markup: string) => /d="([^"]*)"/.exec(markup)?.[1].match(/[ML]/g)?.join('');
  expect(path(chart([1, 2, 3, 4]))).toBe('MLLL');
  expect(path(chart([1, 2, 3, 4], { brokenAt: new Set([1]) }))).toBe('MMLL');
});
