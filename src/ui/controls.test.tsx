import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Checkbox } from './checkbox';
import { NoticeList } from './notice-list';
import { wholeNumber } from './number-field';
import { Progress } from './progress';
import { SegmentedControl } from './segmented';

const ignore = () => undefined;

describe('SegmentedControl', () => {
  const markup = renderToStaticMarkup(
    <SegmentedControl
      control="colour"
      label="What the colours show"
      value="degree"
      choices={[
        { value: 'degree', label: 'Degree' },
        { value: 'class', label: 'Class', unavailable: 'this graph has no classes' },
      ]}
      onChange={ignore}
    />,
  );

  it('is one radio group in which each choice has a stable name', () => {
    expect(markup).toContain('data-control="colour"');
    expect(markup).toMatch(/<input type="radio"[^>]*data-control="colour-degree"[^>]*checked=""/);
    expect(new Set([...markup.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name)).size).toBe(1);
  });

  it('says why a choice cannot be made, to the eye and to the ear', () => {
    expect(markup).toMatch(/<input type="radio"[^>]*disabled=""[^>]*value="class"/);
    expect(markup).toContain('title="this graph has no classes"');
    expect(markup).toContain('(this graph has no classes)');
  });
});

describe('NoticeList', () => {
  it('interrupts for errors only, and shows markup as text', () => {
    const markup = renderToStaticMarkup(
      <NoticeList
        notices={[
          { id: 1, kind: 'error', title: '<b>bad</b>', detail: 'line 4' },
          { id: 2, kind: 'info', title: 'Done', detail: '' },
        ]}
        onDismiss={ignore}
      />,
    );
    expect(markup).toContain('<div role="alert"><strong class="notice-title">&lt;b&gt;bad&lt;/b&gt;');
    expect(markup.match(/role="alert"/g)).toHaveLength(1);
    expect(markup.match(/role="status"/g)).toHaveLength(1);
  });
});

describe('Progress', () => {
  it('has no value while its length is not known', () => {
    const bar = (fraction: number | null) =>
      renderToStaticMarkup(<Progress control="run" label="Computing" fraction={fraction} onCancel={ignore} />);
    expect(bar(0.4)).toContain('value="0.4"');
    expect(bar(null)).not.toContain('value=');
    expect(bar(null)).toContain('data-control="run-cancel"');
  });
});

describe('Checkbox', () => {
  it('says why it is locked', () => {
    const markup = renderToStaticMarkup(
      <Checkbox control="rank" checked locked="always shown" onChange={ignore}>
        Rank
      </Checkbox>,
    );
    expect(markup).toContain('title="always shown"');
    expect(markup).toContain('disabled=""');
  });
});

describe('wholeNumber', () => {
  it('rounds and clamps what is a number, and knows what is none', () => {
    expect(wholeNumber('7.6', 0, 128)).toBe(8);
    expect(wholeNumber('1e9', 0, 128)).toBe(128);
    expect(wholeNumber('-3', 0, 128)).toBe(0);
    for (const text of ['', '  ', 'seven', 'NaN', 'Infinity']) expect(wholeNumber(text, 0, 128)).toBeNull();
  });
});
