import { type ReactNode, useState } from 'react';
import { binningNote, HeatStrip } from '../../charts/heat-strip';
import { formatNumber } from '../../charts/numbers';
import { useTheme } from '../../charts/use-theme';
import { divergingCss } from '../../encoding/diverging';
import type { Explanation } from '../../engine/protocol';
import type { Recipe } from '../../recipe/recipe';
import { useStore } from '../../store/store';
import { Checkbox } from '../../ui/checkbox';
import type { TermName } from '../glossary';
import { Term } from '../term';
import './explanation-view.css';
import { Formula } from './formula';
import { MessageList } from './message-list';
import { MessageMatrix } from './message-matrix';
import { largest, sameVector, sortedMessages } from './messages';
import { SubSteps } from './sub-steps';
import { UpdateWords } from './update-words';

export interface ExplanationViewProps {
  explanation: Explanation;
  /** The recipe it explains. */
  recipe: Recipe;
  nameOf: (id: string) => string;
  onFocus: (id: string) => void;
  /** Takes away the edge that a message came along; offered where it is `removable`. */
  removable?: (from: string) => boolean;
  onRemove?: (from: string) => void;
}

/** One node at one hop as arithmetic: message, aggregate, update, output, in the trace's own numbers. */
export function ExplanationView({ explanation, recipe, nameOf, onFocus, removable, onRemove }: ExplanationViewProps) {
  const subStep = useStore((state) => state.subStep);
  const [asNumbers, setAsNumbers] = useState(false);
  const { node, formula, messages, aggregate, update, output } = explanation;
  const { others, own } = sortedMessages(explanation);
  // What arrives shares one colour scale, what is made of it another: the linear map may change the size by much.
  const arriving = largest([aggregate, ...messages.map(({ value }) => value)]);
  const made = largest([update, output]);
  return (
    <div className="explanation">
      <SubSteps within="inspector" />
      <Formula text={formula} lit={subStep} />
      <Step term="message" lit={subStep === 'message'} title="1 Message" says="coefficient, and vector sent">
        {asNumbers ? (
          <MessageMatrix key={node} {...{ others, own, aggregate, nameOf, onFocus }} limit={arriving} />
        ) : (
          <MessageList key={node} {...{ others, own, nameOf, onFocus, removable, onRemove }} limit={arriving} />
        )}
        <Checkbox control="as-numbers" checked={asNumbers} onChange={setAsNumbers}>
          As a table of numbers
        </Checkbox>
      </Step>
      <Step term="aggregate" lit={subStep === 'aggregate'} title="2 Aggregate" says="their products, summed">
        <Vector label="Aggregate" values={aggregate} limit={arriving} />
      </Step>
      <Step
        term="update"
        lit={subStep === 'update'}
        title="3 Update"
        says={sameVector(aggregate, update) ? 'no parameters: the aggregate as it is' : <UpdateWords recipe={recipe} />}
      >
        <Vector label="Update" values={update} limit={made} />
      </Step>
      <Step
        term="output"
        lit={subStep === 'update'}
        title="Output"
        says={sameVector(update, output) ? 'the update as it is' : 'after norm, activation, residual'}
      >
        <Vector label="Output" values={output} limit={made} />
      </Step>
      <Scale />
      <p className="inspector-hint">
        Full colour is ±{formatNumber(arriving)} in messages and aggregate, ±{formatNumber(made)} in update and output.
        {binningSentence(aggregate.length, output.length)}
      </p>
    </div>
  );
}

function Step({
  term,
  lit,
  title,
  says,
  children,
}: {
  term: TermName;
  /** Whether the hop is shown in the midst of it. */
  lit: boolean;
  title: string;
  says: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="explanation-step" data-lit={lit}>
      <h3>
        <Term name={term}>{title}</Term> <span>{says}</span>
      </h3>
      {children}
    </section>
  );
}

/** Which colours are below 0, and which above. */
function Scale() {
  const theme = useTheme();
  const colours = [-1, -0.5, 0, 0.5, 1].map((share) => divergingCss(share, theme));
  return (
    <p className="heat-scale">
      below 0 <span style={{ backgroundImage: `linear-gradient(90deg, ${colours.join(', ')})` }} /> above 0
    </p>
  );
}

function Vector(props: { label: string; values: number[]; limit: number }) {
  return (
    <div className="vector-row">
      <HeatStrip control="vector" {...props} />
    </div>
  );
}

function binningSentence(arriving: number, made: number): string {
  const notes = [...new Set([binningNote(arriving), binningNote(made)])].filter((note) => note !== null);
  return notes.map((note) => ` ${note}.`).join('');
}
